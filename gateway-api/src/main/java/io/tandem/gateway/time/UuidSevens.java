package io.tandem.gateway.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.tandem.campaigns.ports.Ids;
import jakarta.inject.Singleton;
import java.util.UUID;

/** New ids as UUIDv7: they grow with real time, within a millisecond too. */
@Singleton
final class UuidSevens implements Ids {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public UUID next() {
        return generator.generate();
    }
}
