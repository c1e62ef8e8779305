package io.tandem.translators;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.translators.autocall.AutocallFields;
import io.tandem.translators.autocall.Dispositions;
import io.tandem.translators.voipbin.FieldMapping.Word;
import io.tandem.translators.voipbin.VoipbinFields;
import io.tandem.translators.voipbin.WireKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/mapping.md}, made of the translators' own tables. */
final class MappingDocument {

    private static final String INTRODUCTION = """
            <!-- Made of the translators' tables by MappingDocumentTest, which says how to make it anew. Do not edit. -->

            # What each field is in the other dialect

            A campaign is stored once, in the hub's own words. This page lists every wire field with its place there and
            with what the other dialect can show of it. The tables below are the ones that the translators work with; a
            test fails when a field that is read or shown has no row, or when this page is not what they make.

            How a field fares on the other side:

            | word | meaning |
            | --- | --- |
            | exact | the same value, at most in another unit or form |
            | loss | some values arrive changed or incomplete; the hub keeps the whole value for the side that wrote it |
            | cannot | the other side has nothing to show it with; the hub keeps it, and where it limits calls it holds |

            ## Rules of writing

            1. **An echo is no write.** A client that reads an object and sends it back changes nothing, not even
               where what it saw was rounded. A sent field is written only if it differs from what this dialect shows.
            2. **What is absent stays.** So does null, with one exception: in v3 a null text is the empty text, and a
               null `campaign_name` or `type` is refused.
            3. **A shared outplan is copied before it is changed through v3**, so that the other campaigns on it go on
               as they were.
            4. **Commands always act.** `PUT …/status`, `run/start|stop|pause` and `PATCH …/active` are never echoes.
            5. **Unknown top-level properties are kept**, up to 16 KiB an object, and come back in the single GET of
               the dialect that sent them.
            6. **Attempts are retries plus one.** v1.0 counts attempts (`max_try_count_0`), v3 retries
               (`recall_times`).
            """;

    private static final String DISPOSITIONS = """

            ## How a call ended

            Every attempt that was dialled counts as a try; a claim that was taken back before it was dialled counts as
            nothing and leaves no record. v1.0 says `success` when the target was reached and needs no other try, and
            `fail` at every other end. *Again* is for targets with tries left: a v1.0 campaign tries every non-answer
            again, a v3 campaign what its `recall_status` lists. A `limit_recall_duration` above 0 decides answered calls in
            its place: shorter talks are tried again, longer ones are not.

            | disposition | v3 status | `recall_status` word | best v1.0 result | again in v1.0 | again in v3 |
            | --- | --- | --- | --- | --- | --- |
            """;

    private static final String AUTOCALL = """

            ## Autocall v3

            *Writable* fields are written to the hub; *carried* ones have no word there and are kept as sent and shown
            again; *read only* ones may be sent and are ignored.
            """;

    private static final String VOIPBIN = """

            ## VoIPbin v1.0

            The *v3* column names the fields of the autocall contract; of campaigncalls, those of its call records (CDR).
            """;

    private MappingDocument() {}

    static String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append(DISPOSITIONS);
        for (Disposition disposition : Disposition.values()) {
            row(page, disposition(disposition));
        }
        page.append(AUTOCALL);
        autocall(page, "Campaign", AutocallFields.mapping());
        autocall(page, "List", AutocallFields.listMapping());
        autocall(page, "Lead", AutocallFields.leadMapping());
        autocall(page, "Carrier", AutocallFields.carrierMapping());
        autocall(page, "Template", AutocallFields.templateMapping());
        page.append(VOIPBIN);
        for (WireKind kind : WireKind.values()) {
            voipbin(page, kind);
        }
        return page.toString();
    }

    private static List<String> disposition(Disposition disposition) {
        String note = Dispositions.note(disposition);
        boolean again = RetryPolicy.EVERY_NON_ANSWER.triesAgain(disposition, Duration.ZERO);
        String listed = Dispositions.recallWord(disposition)
                .map(word -> "if " + code(word) + " is listed")
                .orElse("if `answered` is listed");
        return List.of(
                disposition.name(),
                code(Dispositions.status(disposition)) + (note.isEmpty() ? "" : ", note " + code(note)),
                Dispositions.recallWord(disposition).map(MappingDocument::code).orElse("none"),
                disposition == Disposition.ANSWERED ? code("success") : code("fail"),
                again ? "yes" : "no",
                disposition.alwaysTriedAgain() ? "yes" : listed);
    }

    private static void autocall(
            StringBuilder page, String title, List<io.tandem.translators.autocall.FieldMapping> fields) {
        heading(page, title, List.of("field", "in the hub", "a write", "in v1.0", "how, or what is lost"));
        for (var field : fields) {
            row(
                    page,
                    List.of(
                            code(field.field()),
                            field.canonical(),
                            word(field.access()),
                            word(field.fidelity()),
                            field.reason()));
        }
    }

    private static void voipbin(StringBuilder page, WireKind kind) {
        var fields = VoipbinFields.mapping().stream()
                .filter(field -> field.kind() == kind)
                .toList();
        if (fields.isEmpty()) {
            return;
        }
        String title = kind.name().charAt(0) + word(kind).substring(1);
        heading(page, title, List.of("field", "in the hub", "v3", "in v3", "how, or what is lost"));
        for (var field : fields) {
            row(
                    page,
                    List.of(
                            code(field.wire()),
                            field.canonical(),
                            field.autocall(),
                            word(field.fidelity()),
                            withWords(field.reason(), field.values())));
        }
    }

    private static String withWords(String reason, List<Word> words) {
        if (words.isEmpty()) {
            return reason;
        }
        String listed = words.stream()
                .map(word -> (word.wire().isEmpty() ? "empty" : code(word.wire())) + " is " + word.canonical())
                .collect(Collectors.joining("; "));
        return reason.isEmpty() ? listed : reason + ". " + listed;
    }

    private static void heading(StringBuilder page, String title, List<String> columns) {
        page.append("\n### ").append(title).append("\n\n");
        row(page, columns);
        row(page, columns.stream().map(column -> "---").toList());
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String code(String text) {
        return '`' + text + '`';
    }
}
