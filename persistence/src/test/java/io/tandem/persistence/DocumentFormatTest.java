package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Audio;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.EventHook;
import io.tandem.campaigns.model.Flow;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pins the JSON that databases hold. A test that fails here means that what is stored could not be read any more, or
 * that an older gateway could not read what this one writes: do not edit a file, teach {@link Documents} the old form.
 */
class DocumentFormatTest {

    private static final TenantId TENANT = new TenantId(id(1));
    private static final Instant CREATED = Instant.parse("2026-05-04T03:02:01.123456Z");
    private static final Instant UPDATED = Instant.parse("2026-05-05T00:00:00Z");
    private static final Carried CARRIED =
            Carried.NONE.with("autocall", "users", "[\"a\", 1]").with("voipbin", "x", "{}");

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsAndWritesTheStoredForm(String file, Object record) throws Exception {
        String stored = stored(file);

        assertThat(Documents.read(stored, record.getClass())).isEqualTo(record);
        assertThat(tree(Documents.write(record))).isEqualTo(tree(stored));
    }

    @Test
    void passesOverWhatTheRecordHasNoMore() {
        Tag tag = new Tag(TENANT, id(2), "name", "detail", CREATED, null, null);

        String newer = Documents.write(tag).replaceFirst("\\{", "{\"colour\":{\"of\":[\"the tag\"]},");

        assertThat(Documents.read(newer, Tag.class)).isEqualTo(tag);
    }

    @Test
    void cutsInstantsToTheMicrosecond() {
        Tag tag = new Tag(TENANT, id(2), "", "", CREATED.plusNanos(999), null, null);

        assertThat(Documents.read(Documents.write(tag), Tag.class).created()).isEqualTo(CREATED);
    }

    private static String stored(String file) throws IOException {
        try (InputStream in = DocumentFormatTest.class.getResourceAsStream("/documents/" + file + ".json")) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Object tree(String json) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(json);
    }

    static Stream<Object[]> documents() {
        return Stream.of(
                new Object[] {"campaign", campaign()},
                new Object[] {"dial-plan", dialPlan()},
                new Object[] {
                    "target-list",
                    new TargetList(
                            TENANT,
                            id(3),
                            "Leads",
                            "of May",
                            "{\"a\":1}",
                            id(2),
                            true,
                            CARRIED,
                            CREATED,
                            UPDATED,
                            UPDATED)
                },
                new Object[] {
                    "template",
                    new Template(
                            TENANT,
                            id(4),
                            "Xin chào",
                            Template.Voice.SPEECH,
                            "hn_female",
                            "Chào {name}",
                            id(5),
                            CARRIED,
                            CREATED,
                            UPDATED,
                            null)
                },
                new Object[] {"carrier", carrier()},
                new Object[] {"carrier-that-draws", carrier().withDrawsCallerId(true)},
                new Object[] {
                    "queue",
                    new Queue(
                            TENANT,
                            id(7),
                            "Sales",
                            "detail",
                            "random",
                            List.of(id(8)),
                            Duration.ofSeconds(100),
                            Duration.ofMillis(1_500),
                            CARRIED,
                            CREATED,
                            UPDATED,
                            null)
                },
                new Object[] {"agent", agent()},
                new Object[] {"tag", new Tag(TENANT, id(8), "sales", "who sells", CREATED, UPDATED, null)},
                new Object[] {
                    "flow",
                    new Flow(
                            TENANT,
                            id(17),
                            "Waiting",
                            "detail",
                            List.of(new Script.Action(null, null, "talk", "{\"text\": \"hello\"}")),
                            id(18),
                            CARRIED,
                            CREATED,
                            UPDATED,
                            null)
                },
                new Object[] {"tenant", tenant()},
                new Object[] {"carried", CARRIED},
                new Object[] {"template-with-keys", templateWithKeys()},
                new Object[] {"tenant-with-policy", tenant().withPolicy(policy())},
                new Object[] {"audio", new Audio(TENANT, id(20), "hello.wav", id(17), 4_444, CREATED, null, UPDATED)},
                new Object[] {
                    "event-hook",
                    new EventHook(
                            TENANT,
                            id(21),
                            EventHook.Event.RECORD,
                            "https://a.example/hook",
                            "sealed",
                            CREATED,
                            null,
                            null)
                });
    }

    private static Carrier carrier() {
        return new Carrier(
                TENANT,
                id(6),
                "Trunk",
                List.of("+842871000001", "+842871000002"),
                50,
                Map.of("viettel", 10),
                5,
                true,
                CARRIED,
                CREATED,
                UPDATED,
                null);
    }

    private static Template templateWithKeys() {
        return new Template(
                TENANT,
                id(4),
                "Menu",
                Template.Voice.FILE,
                "",
                "",
                id(5),
                Carried.NONE,
                CREATED,
                null,
                null,
                0.9,
                new KeyMenu(
                        true,
                        List.of(new KeyMenu.Option(
                                "1", new Prompt(true, Template.Voice.SPEECH, "Cám ơn [[ten]]", null), false, "5000")),
                        new Prompt(true, Template.Voice.FILE, "", id(22)),
                        null,
                        Duration.ofSeconds(3),
                        1,
                        Duration.ofSeconds(2)));
    }

    private static Policy policy() {
        return new Policy(List.of(new Policy.QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 30))), 2);
    }

    private static Campaign campaign() {
        return new Campaign(
                TENANT,
                id(2),
                "Tết",
                "Tết",
                "of the new year",
                CampaignKind.AGENT,
                true,
                Run.running(id(9), List.of(id(10))).pausedUntil(UPDATED),
                new Pacing(
                        30,
                        Pacing.ChannelMode.SERIAL,
                        Map.of("viettel", 3),
                        new AgentPacing(150, AgentPacing.Rule.DEPLOYED)),
                id(11),
                new CallingHours(List.of(new CallingHours.Week(
                        Map.of(DayOfWeek.MONDAY, new CallingHours.Opening(28_800_000_000_000L, 75_600_000_000_000L))))),
                new RetryPolicy(List.of(Disposition.BUSY, Disposition.NO_ANSWER), Duration.ofSeconds(5), true),
                new Script(
                        Script.Content.SPEECH,
                        null,
                        List.of(new Script.Action(id(12), id(13), "talk", "{\"text\": \"hello\"}"))),
                List.of(id(3), id(14)),
                id(7),
                id(6),
                new Callbacks("https://a.example/cdr", "https://a.example/answer"),
                Campaign.WhenExhausted.STOP,
                id(15),
                id(16),
                true,
                CARRIED,
                7,
                CREATED,
                UPDATED,
                null);
    }

    private static DialPlan dialPlan() {
        return new DialPlan(
                TENANT,
                id(11),
                "Plan",
                "detail",
                new Address(
                        new Destination.PhoneNumber("+842871000001"), "02871000001", "target name", "name", "detail"),
                Duration.ofSeconds(60),
                Duration.ofMillis(5_500),
                List.of(3, 0, 0, 0, 1),
                CARRIED,
                CREATED,
                UPDATED,
                null);
    }

    private static Agent agent() {
        return new Agent(
                TENANT,
                id(17),
                "anna",
                "$argon2id$",
                "Anna",
                "detail",
                "ringall",
                Agent.Status.AVAILABLE,
                id(18),
                32,
                List.of(id(8)),
                List.of(
                        Address.of(new Destination.SipAddress("sip:anna@example.com")),
                        Address.of(new Destination.NotDialable("extension", "2001"))),
                CARRIED,
                CREATED,
                UPDATED,
                null);
    }

    private static Tenant tenant() {
        return new Tenant(
                TENANT,
                "Acme",
                ZoneId.of("Asia/Ho_Chi_Minh"),
                "VN",
                "2022-10",
                List.of("127.0.0.0/8"),
                Set.of("VN"),
                new Tenant.Caps(1_000, 20, 10_000_000L, 200),
                false,
                CREATED,
                UPDATED);
    }
}
