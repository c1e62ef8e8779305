package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** Channels per mobile network. (seed 003, {@code network}) */
public record NetworkDocument(
        @JsonProperty("viettel") int viettel,
        @JsonProperty("mobi") int mobi,
        @JsonProperty("vina") int vina,
        @JsonProperty("tel") int tel,
        @JsonProperty("offnet") int offnet) {

    static final List<String> NETWORKS = List.of("viettel", "mobi", "vina", "tel", "offnet");

    static NetworkDocument of(Map<String, Integer> channels) {
        return new NetworkDocument(
                channels.getOrDefault("viettel", 0),
                channels.getOrDefault("mobi", 0),
                channels.getOrDefault("vina", 0),
                channels.getOrDefault("tel", 0),
                channels.getOrDefault("offnet", 0));
    }
}
