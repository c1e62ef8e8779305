package io.tandem.gateway.time;

import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The system's time, for leases, tokens, lock-outs, deliveries and signatures (design section 5, two clocks). To the
 * microsecond, which is what databases keep.
 */
@Singleton
@Bean(typed = RealTime.class)
public final class RealTime implements InstantSource {

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
