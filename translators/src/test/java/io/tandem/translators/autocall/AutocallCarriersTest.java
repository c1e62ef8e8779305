package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutocallCarriersTest {

    private static final Tenant TENANT = Samples.fresh().tenant();
    private static final UUID GATEWAY = new UUID(3, 1);
    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");

    private final AutocallCarriers carriers = new AutocallCarriers(() -> new UUID(3, 2));

    @ParameterizedTest
    @CsvSource({
        "sip_one_for_all,              false",
        "sip_random_for_all,           true",
        "sip_random_group_for_network, true",
        "channel_one_for_all,          false",
        "channel_prefix,               false",
    })
    void drawsNumbersWhereItsDialTypeIsRandom(String dialType, boolean draws) {
        Carrier carrier = carrier(dialType);

        assertThat(carrier.drawsCallerId()).isEqualTo(draws);
        assertThat(carrier.callerIds()).containsExactly("02873003586", "02873003587", "02873003588");
        assertThat(carriers.show(view(carrier)).dialType()).isEqualTo(dialType);
    }

    @Test
    void followsAChangedDialType() {
        Carrier random = merge(carrier("sip_one_for_all"), "dial_type", "sip_random_for_all");

        assertThat(random.drawsCallerId()).isTrue();
        assertThat(merge(random, "carrier_name", "another").drawsCallerId()).isTrue();
        assertThat(merge(random, "dial_type", "sip_one_for_all").drawsCallerId())
                .isFalse();
    }

    /** A number that is taken off is not shown to anybody any more, though what is read repeats it in {@code data}. */
    @Test
    void givesUpTheNumberItHadBefore() {
        Carrier one = carrier("sip_random_for_all", "");

        assertThat(one.callerIds()).containsExactly("02873003586");
        assertThat(merge(one, "caller_id", "02873009999").callerIds()).containsExactly("02873009999");
        assertThat(merge(one, "caller_id", "").callerIds()).isEmpty();
    }

    private Carrier carrier(String dialType) {
        return carrier(dialType, ",\"data\":{\"caller_id\":\"02873003586,02873003587;02873003588\"}");
    }

    private Carrier carrier(String dialType, String more) {
        return carriers.create(
                Json.read("{\"carrier_name\":\"c\",\"gateway_uuid\":\"" + GATEWAY + "\",\"dial_type\":\"" + dialType
                        + "\",\"concurrent_call\":5,\"caller_id\":\"02873003586\"" + more + "}"),
                TENANT,
                GATEWAY,
                NOW);
    }

    private Carrier merge(Carrier current, String field, String value) {
        ObjectNode sent = Json.tree(carriers.show(view(current)));
        return carriers.merge(sent.put(field, value), view(current));
    }

    private static CarrierView view(Carrier carrier) {
        return new CarrierView(TENANT, carrier, GATEWAY, 0, Map.of());
    }
}
