package io.tandem.translators.voipbin;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Destination.SipAddress;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.service.CampaignView;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Objects as either dialect, or nobody in particular, may have left them; from a seed that is printed. */
final class RandomHub {

    private static final List<String> TEXTS =
            List.of("", "a", "Chiến dịch 1", " padded ", "quote\" \\ line\nbreak", "😀", "{\"a\":1}", "null", "0");

    final Random random;

    private RandomHub(long seed) {
        random = new Random(seed);
    }

    /** Prints its seed; {@code -Dtandem.seed=…} replays one. */
    static RandomHub seeded(String test) {
        long seed = Long.getLong("tandem.seed", System.nanoTime());
        System.out.println(test + ": -Dtandem.seed=" + seed);
        return new RandomHub(seed);
    }

    CampaignView view() {
        Template template = random.nextInt(4) == 0 ? template() : null;
        Campaign campaign = campaign(template);
        Template shown = random.nextInt(8) == 0 ? null : template;
        return new CampaignView(Sample.TENANT, campaign, campaign.dialPlan() == null ? null : plan(), shown, carrier());
    }

    private Campaign campaign(@Nullable Template template) {
        String name = text();
        return new Campaign(
                Sample.TENANT_ID,
                id(),
                name,
                maybe(() -> name.strip()),
                text(),
                pick(List.copyOf(VoipbinCampaigns.KINDS)),
                random.nextInt(4) > 0,
                run(),
                new Pacing(
                        random.nextInt(50),
                        pick(List.of(Pacing.ChannelMode.values())),
                        Map.of("viettel", random.nextInt(9)),
                        new AgentPacing(
                                pick(List.of(100, 150, 67, 0, -5, 33, 400, Integer.MAX_VALUE)),
                                pick(List.of(AgentPacing.Rule.values())))),
                maybe(this::id),
                pick(List.of(CallingHours.ALWAYS, CallingHours.everyDay(1, 2))),
                new RetryPolicy(
                        List.of(Disposition.BUSY, Disposition.ANSWERED),
                        Duration.ofSeconds(random.nextInt(9)),
                        random.nextBoolean()),
                template == null
                        ? Script.EMPTY.withContent(Script.Content.AUDIO).withActions(actions())
                        : Script.EMPTY.withTemplate(template.id()),
                many(this::id),
                maybe(this::id),
                maybe(this::id),
                new Callbacks(text(), text()),
                pick(List.of(Campaign.WhenExhausted.values())),
                maybe(this::id),
                maybe(this::id),
                random.nextBoolean(),
                carried(),
                random.nextInt(99),
                instant(),
                maybe(this::instant),
                maybe(this::instant));
    }

    private Run run() {
        return pick(List.of(
                Run.STOPPED,
                Run.stopping(),
                Run.running(id(), List.of()),
                Run.running(id(), List.of()).pausedUntil(maybe(this::instant))));
    }

    private Template template() {
        return random.nextBoolean()
                ? Sample.speech(pick(List.of("north-f-01", "south-m-03", "", "robot")))
                : Sample.audio(maybe(this::id));
    }

    private List<Action> actions() {
        return many(() -> new Action(
                maybe(this::id), maybe(this::id), pick(List.of("talk", "play", "hangup")), maybe(this::objectText)));
    }

    /** JSON text of an object with odd values in it. */
    String objectText() {
        return pick(List.of(
                "{}",
                "{\"text\":\"Xin chào\",\"language\":\"vi-VN\"}",
                "{\"duration\":1000}",
                "{\"z\":1,\"a\":[null,true,{\"b\":-0.10}],\"n\":12345678901234567890.123}",
                "{\"tm_execute\":null,\"\":\"\"}"));
    }

    Carried carried() {
        Carried carried = Carried.NONE;
        if (random.nextBoolean()) {
            carried = carried.with("autocall", "hopper", "20");
        }
        if (random.nextBoolean()) {
            carried = carried.with(CarriedWords.DIALECT, "x_" + random.nextInt(3), pick(List.of("null", "1.50", "{}")));
        }
        return carried;
    }

    DialPlan plan() {
        return new DialPlan(
                Sample.TENANT_ID,
                id(),
                text(),
                text(),
                maybe(this::address),
                pick(List.of(
                        Duration.ofMillis(5500), Duration.ofNanos(1_234_567), Duration.ofSeconds(60), Duration.ZERO)),
                pick(List.of(Duration.ofDays(30), Duration.ofNanos(999_999), Duration.ofSeconds(10), Duration.ZERO)),
                List.of(random.nextInt(3), random.nextInt(3), 0, 7, random.nextInt() >>> 1),
                carried(),
                instant(),
                maybe(this::instant),
                maybe(this::instant));
    }

    @Nullable
    Carrier carrier() {
        return maybe(() -> new Carrier(
                Sample.TENANT_ID,
                id(),
                "c",
                many(() -> pick(List.of("02873003586", "+842873003586"))),
                10,
                Map.of(),
                null,
                true,
                Carried.NONE,
                instant(),
                null,
                null));
    }

    TargetList list() {
        return new TargetList(
                Sample.TENANT_ID,
                id(),
                text(),
                text(),
                text(),
                maybe(this::id),
                random.nextBoolean(),
                carried(),
                instant(),
                maybe(this::instant),
                maybe(this::instant));
    }

    Address address() {
        Destination destination = pick(List.of(
                new PhoneNumber("+84903123456"),
                new SipAddress("sip:1001@pbx.example"),
                new NotDialable("tel", "+1"),
                new NotDialable("", "0903"),
                new NotDialable("extension", "1001")));
        return new Address(destination, pick(List.of(destination.text(), "0903123456")), text(), text(), text());
    }

    Instant instant() {
        return Sample.CREATED.plus(random.nextInt(), ChronoUnit.SECONDS).plusNanos(1000L * random.nextInt(1_000_000));
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    String text() {
        return pick(TEXTS);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> @Nullable T maybe(Supplier<T> make) {
        return random.nextBoolean() ? make.get() : null;
    }

    <T> List<T> many(Supplier<T> make) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(make.get());
        }
        return all;
    }
}
