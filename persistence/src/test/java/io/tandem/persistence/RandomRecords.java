package io.tandem.persistence;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Flow;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Credential;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records with whatever the hub allows in them, in instants of whole microseconds. The seed is printed; give it back
 * with {@code -Dtandem.seed=…}.
 */
final class RandomRecords {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;

    RandomRecords() {
        long seed = Long.getLong("tandem.seed", System.nanoTime());
        System.out.println("random records of -Dtandem.seed=" + seed);
        random = new Random(seed);
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    TenantId tenantId() {
        return new TenantId(id());
    }

    Instant instant() {
        return EPOCH.plus(random.nextLong(40_000_000_000_000L), ChronoUnit.MICROS);
    }

    Tenant tenant() {
        return new Tenant(
                tenantId(),
                text(),
                ZoneId.of(oneOf(List.of("Asia/Ho_Chi_Minh", "Europe/Berlin", "UTC", "+07:00"))),
                "VN",
                "2022-10",
                list(3, () -> "10." + random.nextInt(256) + ".0.0/16"),
                Set.copyOf(list(1, () -> oneOf(List.of("VN", "DE", "US")))),
                new Tenant.Caps(
                        random.nextInt(10_000),
                        maybe(() -> random.nextInt(1_000)),
                        random.nextLong(1L << 40),
                        maybe(() -> random.nextInt(1_000))),
                random.nextBoolean(),
                instant(),
                maybe(this::instant));
    }

    Campaign campaign(TenantId tenant) {
        return new Campaign(
                tenant,
                id(),
                text(),
                maybe(this::text),
                text(),
                oneOf(CampaignKind.class),
                random.nextBoolean(),
                run(),
                new Pacing(
                        random.nextInt(1_000),
                        oneOf(Pacing.ChannelMode.class),
                        channels(),
                        new AgentPacing(random.nextInt(400) - 10, oneOf(AgentPacing.Rule.class))),
                maybe(this::id),
                new CallingHours(list(3, this::week)),
                new RetryPolicy(list(5, () -> oneOf(Disposition.class)), duration(), random.nextBoolean()),
                script(),
                list(4, this::id),
                maybe(this::id),
                maybe(this::id),
                new Callbacks(text(), text()),
                oneOf(Campaign.WhenExhausted.class),
                maybe(this::id),
                maybe(this::id),
                random.nextBoolean(),
                carried(),
                random.nextLong(1L << 40),
                instant(),
                maybe(this::instant),
                null);
    }

    DialPlan dialPlan(TenantId tenant) {
        return new DialPlan(
                tenant,
                id(),
                text(),
                text(),
                maybe(this::address),
                duration(),
                duration(),
                fiveNumbers(),
                carried(),
                instant(),
                maybe(this::instant),
                null);
    }

    TargetList targetList(TenantId tenant) {
        return new TargetList(
                tenant,
                id(),
                text(),
                text(),
                text(),
                maybe(this::id),
                random.nextBoolean(),
                carried(),
                instant(),
                maybe(this::instant),
                null);
    }

    Template template(TenantId tenant) {
        return new Template(
                tenant,
                id(),
                text(),
                oneOf(Template.Voice.class),
                text(),
                text(),
                maybe(this::id),
                carried(),
                instant(),
                maybe(this::instant),
                null);
    }

    Carrier carrier(TenantId tenant) {
        return new Carrier(
                tenant,
                id(),
                text(),
                list(3, this::number),
                random.nextInt(1_000),
                channels(),
                maybe(() -> random.nextInt(100)),
                random.nextBoolean(),
                carried(),
                instant(),
                maybe(this::instant),
                null);
    }

    Queue queue(TenantId tenant) {
        return new Queue(
                tenant,
                id(),
                text(),
                text(),
                text(),
                list(3, this::id),
                duration(),
                duration(),
                carried(),
                instant(),
                maybe(this::instant),
                null);
    }

    Tag tag(TenantId tenant) {
        return new Tag(tenant, id(), text(), text(), instant(), maybe(this::instant), null);
    }

    Flow flow(TenantId tenant) {
        return new Flow(
                tenant,
                id(),
                text(),
                text(),
                script().actions(),
                maybe(this::id),
                carried(),
                instant(),
                maybe(this::instant),
                null);
    }

    Agent agent(TenantId tenant) {
        return new Agent(
                tenant,
                id(),
                text(),
                maybe(this::text),
                text(),
                text(),
                text(),
                oneOf(Agent.Status.class),
                maybe(this::id),
                random.nextInt(),
                list(3, this::id),
                list(3, this::address),
                carried(),
                instant(),
                maybe(this::instant),
                null);
    }

    Target target(TenantId tenant, UUID list) {
        List<@Nullable Address> destinations = new ArrayList<>();
        for (int i = 0; i < Target.DESTINATIONS; i++) {
            destinations.add(maybe(this::address));
        }
        return new Target(
                tenant,
                list,
                id(),
                text(),
                text(),
                text(),
                destinations,
                text(),
                oneOf(TargetState.class),
                instant(),
                fiveNumbers(),
                maybe(this::id),
                maybe(() -> oneOf(Disposition.class)),
                maybe(this::instant),
                carried(),
                instant(),
                maybe(this::instant),
                null,
                maybe(() -> new Push(id(), instant(), maybe(this::instant), maybe(this::id))),
                random.nextBoolean());
    }

    CallAttempt attempt(Target target) {
        return new CallAttempt(
                target.tenant(),
                id(),
                id(),
                id(),
                maybe(this::id),
                target.list(),
                target.id(),
                maybe(this::id),
                maybe(this::id),
                maybe(this::id),
                maybe(this::address),
                address(),
                random.nextInt(5),
                1 + random.nextInt(4),
                instant(),
                maybe(this::instant),
                maybe(this::instant),
                maybe(this::instant),
                maybe(() -> new HangupCause(1 + random.nextInt(127))),
                maybe(() -> oneOf(Disposition.class)),
                random.nextBoolean(),
                duration(),
                instant(),
                maybe(this::instant),
                list(3, () -> new KeyPress("1*0#".substring(random.nextInt(4)), instant())));
    }

    Credential credential(TenantId tenant) {
        return new Credential(
                id(),
                tenant,
                oneOf(Credential.Kind.class),
                text() + id(),
                maybe(this::text),
                maybe(this::id),
                random.nextInt(),
                text(),
                text(),
                text(),
                maybe(this::instant),
                instant(),
                maybe(this::instant),
                maybe(this::instant));
    }

    String number() {
        return "+84" + (900_000_000L + random.nextInt(99_999_999));
    }

    Address address() {
        Destination destination = destination();
        return random.nextBoolean()
                ? Address.of(destination)
                : new Address(destination, text(), text(), text(), text());
    }

    private Destination destination() {
        return switch (random.nextInt(4)) {
            case 0 -> new Destination.PhoneNumber(number());
            case 1 -> new Destination.SipAddress("sip:" + random.nextInt(9_999) + "@example.com;transport=tcp");
            case 2 -> new Destination.SipAddress("sips:a@example.com");
            default -> new Destination.NotDialable(oneOf(List.of("", "agent", "a:b%3A%c")), text());
        };
    }

    private Run run() {
        CampaignState state = oneOf(CampaignState.class);
        return switch (state) {
            case RUNNING -> Run.running(id(), list(3, this::id));
            case PAUSED -> Run.running(id(), list(3, this::id)).pausedUntil(maybe(this::instant));
            case STOPPED -> Run.STOPPED;
            case STOPPING -> Run.stopping();
        };
    }

    private Script script() {
        return switch (random.nextInt(3)) {
            case 0 -> Script.EMPTY;
            case 1 -> Script.EMPTY.withContent(oneOf(Script.Content.class)).withTemplate(id());
            default ->
                Script.EMPTY
                        .withContent(oneOf(Script.Content.class))
                        .withActions(list(
                                3,
                                () -> new Script.Action(
                                        maybe(this::id),
                                        maybe(this::id),
                                        text(),
                                        maybe(() -> "{\"text\":\"a\\nb\"}"))));
        };
    }

    private CallingHours.Week week() {
        Map<DayOfWeek, CallingHours.Opening> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextBoolean()) {
                days.put(
                        day,
                        new CallingHours.Opening(
                                random.nextLong(CallingHours.DAY_NANOS + 1),
                                random.nextLong(CallingHours.DAY_NANOS + 1)));
            }
        }
        return new CallingHours.Week(days);
    }

    private Map<String, Integer> channels() {
        Map<String, Integer> channels = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            channels.put(text(), random.nextInt(100));
        }
        return channels;
    }

    private Carried carried() {
        Carried carried = Carried.NONE;
        for (int i = random.nextInt(4); i > 0; i--) {
            carried = carried.with(oneOf(List.of("autocall", "voipbin")), text(), "[1, \"" + i + "\", null]");
        }
        return carried;
    }

    private Duration duration() {
        return Duration.of(random.nextLong(100_000_000_000L), ChronoUnit.MICROS);
    }

    private List<Integer> fiveNumbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < Target.DESTINATIONS; i++) {
            numbers.add(random.nextInt(5));
        }
        return numbers;
    }

    String text() {
        return oneOf(List.of(
                        "", " ", "plain", "Nguyễn Văn A", "emoji 📞", "\"quoted\" 'and' \\", "two\nlines\t", "%_;--"))
                + random.nextInt(1_000_000);
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> list(int most, Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(value.get());
        }
        return list;
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <E extends Enum<E>> E oneOf(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }
}
