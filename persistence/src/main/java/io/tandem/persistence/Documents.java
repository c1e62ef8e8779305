package io.tandem.persistence;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.TenantId;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The JSON in which records are stored. Components by their names, absent when null; instants as ISO text in
 * microseconds, durations as ISO text. What is stored once must be read for ever: the files in
 * {@code src/test/resources/documents} pin the format, one of each kind. A property that the record has no more is
 * passed over.
 */
final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Instant.class, new MicrosecondInstant()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            // Records have methods like isDialable() that are rules, not components.
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .addMixIn(TenantId.class, TenantIdJson.class)
            .addMixIn(Carried.class, CarriedJson.class)
            .addMixIn(Carrier.class, CarrierJson.class)
            .addMixIn(Destination.class, DestinationJson.class)
            .build();

    private Documents() {}

    static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + document.getClass(), e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    private static final class MicrosecondInstant extends StdSerializer<Instant> {
        MicrosecondInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Columns.kept(at).toString());
        }
    }

    // The mix-ins stand for constructors of the hub's records: their parameters only name them.

    private abstract static class TenantIdJson {
        @SuppressWarnings("UnusedVariable")
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        TenantIdJson(UUID value) {}

        @JsonValue
        abstract UUID value();
    }

    private abstract static class CarriedJson {
        @SuppressWarnings("UnusedVariable")
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CarriedJson(Map<String, Map<String, String>> byDialect) {}

        @JsonValue
        abstract Map<String, Map<String, String>> byDialect();
    }

    private abstract static class CarrierJson {
        /** Absent for carriers that show their first number, as all did once. */
        @SuppressWarnings("UnusedVariable")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean drawsCallerId;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Destination.PhoneNumber.class, name = "phone"),
        @JsonSubTypes.Type(value = Destination.SipAddress.class, name = "sip"),
        @JsonSubTypes.Type(value = Destination.NotDialable.class, name = "not_dialable")
    })
    private interface DestinationJson {}
}
