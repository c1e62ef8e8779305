package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.ports.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first. (voipbin-v1.md, 1.1 "Paging" and section 3)
 *
 * <p>The token is the creation of the last row shown, with {@code ,<id>} appended only when the row behind it has the
 * same instant; that is why {@link #query} asks for one row more than is shown.
 *
 * @param size rows shown at most, 1 to 100
 * @param before null for the first page
 * @param beforeId null unless the token bore an id
 */
public record VoipbinPage(
        int size, @Nullable Instant before, @Nullable UUID beforeId) {

    private static final int LARGEST = 100;

    /**
     * Reads {@code page_size} and {@code page_token}, null where absent. A size that is absent, 0, negative or over 100
     * is 100; the token may have either form of timestamp.
     *
     * @throws WireFault INVALID_REQUEST_PARAMETER
     */
    public static VoipbinPage read(@Nullable String pageSize, @Nullable String pageToken) {
        int size = pageSize == null || pageSize.isEmpty() ? LARGEST : size(pageSize);
        if (pageToken == null || pageToken.isEmpty()) {
            return new VoipbinPage(size, null, null);
        }
        int comma = pageToken.indexOf(',');
        String time = comma < 0 ? pageToken : pageToken.substring(0, comma);
        Instant before = WireTime.read(time).orElseThrow(VoipbinPage::badToken);
        UUID beforeId =
                comma < 0 ? null : WireIds.read(pageToken.substring(comma + 1)).orElseThrow(VoipbinPage::badToken);
        return new VoipbinPage(size, before, beforeId);
    }

    private static int size(String text) {
        if (!text.matches("[+-]?[0-9]+")) {
            throw WireFault.parameter("page_size", "an integer");
        }
        boolean isSmall = text.length() <= 9;
        int size = isSmall ? Integer.parseInt(text) : 0;
        return size < 1 || size > LARGEST ? LARGEST : size;
    }

    private static WireFault badToken() {
        return WireFault.parameter("page_token", "the next_page_token of an earlier answer");
    }

    /** What to ask the store for: the rows to show and the one behind them. */
    public Page query() {
        return Page.olderThan(size + 1, before, beforeId);
    }

    /** The answer, from what the store found for {@link #query}. */
    public <T extends Stored> ObjectNode answer(
            List<T> found, Function<? super T, ObjectNode> show, WireVersion version) {
        return answer(found, new Place<>(Stored::created, Stored::id), show, version);
    }

    /** As the other, for rows that are not {@link Stored}. */
    public <T> ObjectNode answer(
            List<T> found, Place<? super T> place, Function<? super T, ObjectNode> show, WireVersion version) {
        List<T> shown = found.subList(0, Math.min(size, found.size()));
        ObjectNode answer = VoipbinJson.MAPPER.createObjectNode();
        ArrayNode result = answer.putArray("result");
        shown.forEach(row -> result.add(show.apply(row)));
        answer.put("next_page_token", shown.isEmpty() ? "" : token(found, shown.size() - 1, place, version));
        return answer;
    }

    private static <T> String token(List<T> found, int last, Place<? super T> place, WireVersion version) {
        T row = found.get(last);
        String time = version.time(place.created.apply(row));
        boolean isTied = last + 1 < found.size()
                && version.time(place.created.apply(found.get(last + 1))).equals(time);
        return isTied ? time + "," + place.id.apply(row) : time;
    }

    /** Where a row stands in its list. */
    public record Place<T>(Function<? super T, Instant> created, Function<? super T, UUID> id) {}
}
