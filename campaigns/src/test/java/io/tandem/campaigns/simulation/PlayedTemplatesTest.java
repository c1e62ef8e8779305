package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Lease;
import io.tandem.campaigns.scheduler.Limits;
import io.tandem.campaigns.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What calls are told to play: the real scheduler on the store in memory, and a carrier that only takes note. */
class PlayedTemplatesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");

    /** Gets calls and tells nothing of them. */
    private static final class Notes implements Dialer {
        final List<OutboundCall> placed = new ArrayList<>();

        @Override
        public void place(OutboundCall call) {
            placed.add(call);
        }

        @Override
        public void hangUp(UUID attempt, HangupCause cause) {}
    }

    private final MemoryStore store = new MemoryStore(new Registry(() -> NOW, () -> Duration.ZERO));
    private final Notes carrier = new Notes();
    private final Inbox inbox = new Inbox();
    private long lastId;
    private int reads;
    private Campaign campaign;
    private Scheduler scheduler;

    private UUID id() {
        return new UUID(7, ++lastId);
    }

    @BeforeEach
    void aCampaignThatRuns() {
        new World(new SplittableRandom(1), this::id, store).tenant(NOW);
        store.targets.clear();
        Campaign made = List.copyOf(store.campaigns.values()).get(0);
        store.campaigns.clear();
        store.lists.replaceAll((id, list) -> list.withEnabled(true));
        store.tenants.replaceAll((id, each) -> each.withCaps(new Tenant.Caps(9, null, 9, null)));
        store.carriers.replaceAll((id, each) -> each.withMaxConcurrent(9));
        store.plans.replaceAll((id, plan) -> plan.withAttempts(List.of(2, 0, 0, 0, 0)));
        campaign = made.withKind(CampaignKind.AUTOMATED)
                .withPacing(made.pacing().withMaxConcurrent(9))
                .withRun(Run.running(id(), List.of()))
                .withHours(CallingHours.ALWAYS)
                .withRetry(RetryPolicy.EVERY_NON_ANSWER)
                .withQueue(null);
        store.campaigns.put(campaign.id(), campaign);
        TenantId tenant = campaign.tenant();
        store.registry.tenant(tenant);
        Lease lease = new Lease(() -> 0, () -> 0);
        lease.extendAlone();
        scheduler = new Scheduler(
                () -> NOW,
                new ReplicaStore(store, new Name(id())),
                carrier,
                inbox,
                this::id,
                new Random(1),
                Limits.DEFAULT,
                lease,
                other -> {},
                this::values);
        inbox.own(tenant);
    }

    private Map<String, String> values(Target target) {
        reads++;
        if (target.data().equals("?")) {
            throw new IllegalArgumentException("not to be read");
        }
        return target.data().isEmpty() ? Map.of() : Map.of("name", target.data());
    }

    private UUID template(String content) {
        Template template = new Template(
                campaign.tenant(),
                id(),
                "t" + lastId,
                Template.Voice.SPEECH,
                "south-m-03",
                content,
                null,
                Carried.NONE,
                NOW,
                null,
                null);
        store.templates.put(template.id(), template);
        return template.id();
    }

    private void plays(@Nullable UUID template) {
        store.campaigns.put(campaign.id(), campaign.withScript(Script.EMPTY.withTemplate(template)));
    }

    private Target target(String name, @Nullable Push push) {
        List<@Nullable Address> destinations = new ArrayList<>(Collections.nCopies(Target.DESTINATIONS, null));
        destinations.set(0, Address.of(new Destination.PhoneNumber("+8490312" + (1000 + ++lastId))));
        Target target = new Target(
                campaign.tenant(),
                campaign.lists().get(0),
                id(),
                "",
                "",
                name,
                destinations,
                "",
                TargetState.FRESH,
                NOW,
                Target.NO_TRIES,
                null,
                null,
                null,
                Carried.NONE,
                NOW,
                null,
                null,
                push);
        store.targets.put(target.id(), target);
        return target;
    }

    private List<String> heard() {
        return carrier.placed.stream()
                .map(call -> Objects.requireNonNull(call.template()).content())
                .toList();
    }

    private List<CallAttempt> attempts(Target target) {
        return store.attempts.values().stream()
                .filter(attempt -> attempt.target().equals(target.id()))
                .toList();
    }

    @Test
    void theCarrierGetsTheTextWithTheTargetsValuesInIt() {
        plays(template("Chào {{name}}"));
        target("An", null);
        target("[[name]]", null);

        scheduler.turn();

        assertThat(heard()).containsExactlyInAnyOrder("Chào An", "Chào [[name]]");
    }

    @Test
    void aTargetWithoutAValueFailsWithoutACallAndItCounts() {
        plays(template("Chào {{name}}"));
        Target without = target("", null);
        Target unreadable = target("?", null);
        Target with = target("An", null);

        scheduler.turn();
        scheduler.turn();

        assertThat(heard()).containsExactly("Chào An");
        assertThat(attempts(with)).hasSize(1);
        for (Target failed : List.of(without, unreadable)) {
            assertThat(attempts(failed)).extracting(CallAttempt::disposition).containsExactly(Disposition.FAILED);
            Target after = Objects.requireNonNull(store.targets.get(failed.id()));
            assertThat(after.calledCount()).isEqualTo(1);
            assertThat(after.state()).isEqualTo(TargetState.RETRY);
        }
    }

    @Test
    void aTemplateThatIsGoneFailsItsCalls() {
        plays(id());
        Target target = target("An", null);

        scheduler.turn();
        scheduler.turn();

        assertThat(carrier.placed).isEmpty();
        assertThat(attempts(target)).extracting(CallAttempt::disposition).containsExactly(Disposition.FAILED);
    }

    @Test
    void aPushPlaysItsOwnTemplateAndNotItsCampaigns() {
        plays(template("Chào {{nobody}}"));
        UUID own = template("Code {{name}}");
        Target first = target("1 2", new Push(id(), NOW, null, own));
        Target again = target("3 4", new Push(id(), NOW, null, own)).withState(TargetState.RETRY);
        store.targets.put(again.id(), again);

        scheduler.turn();

        assertThat(heard()).containsExactlyInAnyOrder("Code 1 2", "Code 3 4");
        assertThat(carrier.placed)
                .extracting(Dialer.OutboundCall::attempt)
                .contains(Objects.requireNonNull(first.push()).call())
                .doesNotContain(Objects.requireNonNull(again.push()).call());
    }

    @Test
    void valuesAreNotReadWhereNothingAsksForThem() {
        plays(template("Chào bạn"));
        target("An", null);

        scheduler.turn();

        assertThat(heard()).containsExactly("Chào bạn");
        assertThat(reads).isZero();
    }

    @Test
    void aScriptWithoutATemplatePlaysNone() {
        plays(null);
        target("An", null);

        scheduler.turn();

        assertThat(carrier.placed).extracting(Dialer.OutboundCall::template).containsExactly((Template) null);
    }

    @Test
    void anAgentsCallPlaysNothing() {
        plays(template("Chào {{nobody}}"));
        UUID queue = List.copyOf(store.queues.keySet()).get(0);
        store.campaigns.computeIfPresent(
                campaign.id(), (id, each) -> each.withKind(CampaignKind.AGENT).withQueue(queue));
        Target target = target("An", null);

        scheduler.turn();

        assertThat(attempts(target)).allMatch(attempt -> attempt.disposition() != Disposition.FAILED);
    }
}
