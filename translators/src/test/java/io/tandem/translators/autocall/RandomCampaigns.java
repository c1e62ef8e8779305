package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.CallingHours.Opening;
import io.tandem.campaigns.model.CallingHours.Week;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Campaign.WhenExhausted;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.Pacing.ChannelMode;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.service.CampaignView;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Campaigns as either dialect may have left them, lossy values and all, and documents that v3 accepts. */
final class RandomCampaigns {

    private static final List<String> TEXTS =
            List.of("", "a", " a ", "Nhắc nợ tháng 11", "\"quoted\"", "日本", "line\nbreak", "(actions)");

    private final long seed;
    private final Random random;

    RandomCampaigns(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    long seed() {
        return seed;
    }

    CampaignView view() {
        Campaign campaign = campaign();
        DialPlan plan = chance(10) ? null : plan(campaign);
        UUID planId = plan == null ? null : plan.id();
        return new CampaignView(Samples.TENANT, campaign.withDialPlan(planId), plan, null, null);
    }

    private Campaign campaign() {
        CampaignKind kind = oneOf(CampaignKind.values());
        return new Campaign(
                Samples.TENANT.id(),
                id(),
                chance(5) ? "" : text(),
                chance(50) ? null : "a",
                text(),
                kind,
                chance(80),
                run(),
                new Pacing(
                        random.nextInt(3000),
                        oneOf(ChannelMode.values()),
                        channels(),
                        new AgentPacing(random.nextInt(-20, 500), oneOf(AgentPacing.Rule.values()))),
                null,
                hours(),
                new RetryPolicy(again(), Duration.ofMillis(random.nextInt(5_000_000)), chance(50)),
                script(),
                chance(50) ? List.of() : List.of(id(), id()),
                kind == CampaignKind.AGENT ? maybeId() : null,
                maybeId(),
                chance(50) ? Callbacks.NONE : new Callbacks("http://10.0.0.1/left-over", "https://ok.example/a"),
                oneOf(WhenExhausted.values()),
                maybeId(),
                maybeId(),
                chance(20),
                carried(),
                random.nextInt(100),
                Samples.NOW,
                chance(50) ? null : Samples.NOW.plusSeconds(random.nextInt(100_000)),
                null);
    }

    private DialPlan plan(Campaign campaign) {
        List<Integer> attempts = new ArrayList<>();
        for (int destination = 0; destination < 5; destination++) {
            attempts.add(chance(30) ? 0 : random.nextInt(40));
        }
        return new DialPlan(
                campaign.tenant(),
                id(),
                text(),
                text(),
                null,
                Duration.ofMillis(random.nextInt(400_000)),
                Duration.ofMillis(chance(50) ? random.nextInt(100_000) : random.nextInt(Integer.MAX_VALUE)),
                attempts,
                Carried.NONE,
                Samples.NOW,
                null,
                null);
    }

    private Run run() {
        return switch (random.nextInt(4)) {
            case 0 -> Run.STOPPED;
            case 1 -> Run.stopping();
            case 2 -> Run.running(id(), List.of());
            default -> Run.running(id(), List.of()).pausedUntil(chance(50) ? Samples.NOW : null);
        };
    }

    private Map<String, Integer> channels() {
        Map<String, Integer> channels = new TreeMap<>();
        for (String network : List.of("viettel", "mobi", "vina", "tel", "offnet", "satellite")) {
            if (chance(50)) {
                channels.put(network, random.nextInt(20_000));
            }
        }
        return channels;
    }

    private CallingHours hours() {
        List<Week> weeks = new ArrayList<>();
        for (int week = random.nextInt(4); week > 0; week--) {
            Map<DayOfWeek, Opening> days = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day, new Opening(nanos(), nanos()));
            }
            weeks.add(new Week(days));
        }
        return new CallingHours(weeks);
    }

    private long nanos() {
        return chance(20) ? CallingHours.DAY_NANOS : random.nextLong(CallingHours.DAY_NANOS);
    }

    private List<Disposition> again() {
        List<Disposition> again = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            again.add(oneOf(Disposition.values()));
        }
        return again;
    }

    private Script script() {
        Script script = Script.EMPTY.withContent(oneOf(Script.Content.values()));
        return switch (random.nextInt(3)) {
            case 0 -> script.withTemplate(id());
            case 1 -> script.withActions(List.of(new Script.Action(null, null, "talk", "{}")));
            default -> script;
        };
    }

    private Carried carried() {
        Carried carried = Carried.NONE.with("voipbin", "color", "\"blue\"");
        carried = chance(30) ? carried.with("autocall", "hopper", "40") : carried;
        carried = chance(30) ? carried.with("autocall", "schedule_recall_duration", "7") : carried;
        carried = chance(30) ? carried.with("autocall", "ratio", chance(50) ? "150" : "300") : carried;
        carried = chance(30) ? carried.with("autocall", "users", "[\"u\"]") : carried;
        return chance(30) ? carried.with("autocall", "color", "{\"a\":1.50}") : carried;
    }

    /** A PUT of name, type and some other fields that is valid for the campaign; of a stopped one, its type may change. */
    ObjectNode document(CampaignView view) {
        boolean stopped = view.campaign().run().equals(Run.STOPPED);
        String type = stopped
                ? oneOf("autodialer", "autocall", "inbound", "manual")
                : CampaignWords.type(view.campaign().kind());
        ObjectNode sent = Samples.MAPPER.createObjectNode();
        List<Consumer<ObjectNode>> members = new ArrayList<>(members());
        if (stopped) {
            members.add(put ->
                    put.put("type_autocall", oneOf("", "autocall_voice_tts", "autocall_audio", "autocall_voice_otp")));
        }
        Collections.shuffle(members, random);
        sent.put(
                "campaign_name",
                chance(50) && !view.campaign().name().isBlank()
                        ? view.campaign().name()
                        : "b" + text());
        members.stream().filter(member -> chance(40)).forEach(member -> member.accept(sent));
        sent.put("type", type);
        return sent;
    }

    private List<Consumer<ObjectNode>> members() {
        return List.of(
                sent -> sent.put("description", text()),
                sent -> sent.put("active", chance(50)),
                sent -> sent.put("concurrent_call", random.nextInt(1001)),
                sent -> sent.put("concurrent_call", 5.0),
                sent -> sent.put("ratio", oneOf(100, 150, 200, 300, 400)),
                sent -> sent.put("carrier_uuid", maybeIdText()),
                sent -> sent.put("call_center_queue_uuid", maybeIdText()),
                sent -> sent.put("template_uuid", maybeIdText()),
                sent -> sent.put("recall_times", random.nextInt(21)),
                sent -> sent.put("limit_recall_duration", random.nextInt(3601)),
                sent -> sent.put("schedule_recall", "after").put("schedule_recall_duration", random.nextInt(50)),
                sent -> sent.put("schedule_recall", "minute").put("schedule_recall_duration", random.nextInt(1, 43201)),
                sent -> sent.put("schedule_recall", "after"),
                sent -> sent.put("hopper", random.nextInt(10, 101)),
                sent -> sent.put("answer_callback_url", oneOf("", "https://ok.example/h")),
                sent -> sent.put("callback_url", oneOf("", "http://ok.example:8080/h?a=b")),
                sent -> sent.put("local_start_time", "07:00:00").put("customer_order", text()),
                sent -> sent.put("allow_search_lead", chance(50)).put("script_uuid", text()),
                sent -> sent.put("status", oneOf("stop", "start", "pause")),
                sent -> sent.put("mode_call", oneOf("direct", "serial", "parralel", "parallel")),
                sent -> sent.putObject("network")
                        .put("viettel", random.nextInt(10_001))
                        .putNull("tel"),
                sent -> sent.put("call_timeout", chance(20) ? 0 : random.nextInt(5, 181)),
                sent -> sent.putArray("users").add(text()),
                sent -> schedules(sent.putArray("schedules")),
                sent -> sent.put("priority_recall", oneOf("normal", "recall")),
                sent -> recallStatus(sent.putArray("recall_status")),
                sent -> sent.put("enable_encrypt", chance(50)),
                sent -> sent.put("run_id", "stale").put("created_at", 7),
                sent -> sent.putObject("color").put("rgb", text()),
                sent -> sent.putNull("nothing").put("number", random.nextLong()));
    }

    private void schedules(ArrayNode weeks) {
        for (int week = random.nextInt(3); week >= 0; week--) {
            ObjectNode row = weeks.addObject();
            for (DayOfWeek day : DayOfWeek.values()) {
                if (chance(80)) {
                    String name = day.name().toLowerCase(Locale.ROOT);
                    row.put(name + "_start_time", nanos()).put(name + "_end_time", nanos());
                }
            }
        }
    }

    private void recallStatus(ArrayNode words) {
        for (int i = random.nextInt(12); i > 0; i--) {
            words.add(oneOf(Dispositions.RECALL.all().toArray(String[]::new)));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return Objects.requireNonNull(values[random.nextInt(values.length)]);
    }

    private String text() {
        return Objects.requireNonNull(TEXTS.get(random.nextInt(TEXTS.size())));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private @Nullable UUID maybeId() {
        return chance(50) ? null : id();
    }

    private String maybeIdText() {
        return chance(30) ? "" : id().toString();
    }
}
