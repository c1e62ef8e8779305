package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.ports.Dialer.OutboundCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What calls are told to play. */
class PlayedTemplatesTest {

    private final OneCampaign life = new OneCampaign(this::values);
    private int reads;

    private Map<String, String> values(Target target) {
        reads++;
        if (target.data().equals("?")) {
            throw new IllegalArgumentException("not to be read");
        }
        return target.data().isEmpty() ? Map.of() : Map.of("name", target.data());
    }

    private UUID template(String content) {
        UUID id = life.id();
        Template template = new Template(
                life.campaign.tenant(),
                id,
                "t" + id,
                Template.Voice.SPEECH,
                "south-m-03",
                content,
                null,
                Carried.NONE,
                OneCampaign.NOW,
                null,
                null);
        life.store.templates.put(id, template);
        return id;
    }

    private void plays(@Nullable UUID template) {
        life.store(life.campaign.withScript(Script.EMPTY.withTemplate(template)));
    }

    private List<String> heard() {
        return life.placed.stream()
                .map(call -> Objects.requireNonNull(call.template()).content())
                .toList();
    }

    @Test
    void theCarrierGetsTheTextWithTheTargetsValuesInIt() {
        plays(template("Chào {{name}}"));
        life.target("An", null);
        life.target("[[name]]", null);

        life.turn();

        assertThat(heard()).containsExactlyInAnyOrder("Chào An", "Chào [[name]]");
    }

    @Test
    void aTargetWithoutAValueFailsWithoutACallAndItCounts() {
        plays(template("Chào {{name}}"));
        Target without = life.target("", null);
        Target unreadable = life.target("?", null);
        Target with = life.target("An", null);

        life.turn();
        life.turn();

        assertThat(heard()).containsExactly("Chào An");
        assertThat(life.attempts(with)).hasSize(1);
        for (Target failed : List.of(without, unreadable)) {
            assertThat(life.attempts(failed))
                    .extracting(CallAttempt::disposition)
                    .containsExactly(Disposition.FAILED);
            Target after = Objects.requireNonNull(life.store.targets.get(failed.id()));
            assertThat(after.calledCount()).isEqualTo(1);
            assertThat(after.state()).isEqualTo(TargetState.RETRY);
        }
    }

    @Test
    void aTemplateThatIsGoneFailsItsCalls() {
        plays(life.id());
        Target target = life.target("An", null);

        life.turn();
        life.turn();

        assertThat(life.placed).isEmpty();
        assertThat(life.attempts(target)).extracting(CallAttempt::disposition).containsExactly(Disposition.FAILED);
    }

    @Test
    void aPushPlaysItsOwnTemplateAndNotItsCampaigns() {
        plays(template("Chào {{nobody}}"));
        UUID own = template("Code {{name}}");
        Target first = life.target("1 2", new Push(life.id(), OneCampaign.NOW, null, own));
        Target again = life.target("3 4", new Push(life.id(), OneCampaign.NOW, null, own))
                .withState(TargetState.RETRY);
        life.store.targets.put(again.id(), again);

        life.turn();

        assertThat(heard()).containsExactlyInAnyOrder("Code 1 2", "Code 3 4");
        assertThat(life.placed)
                .extracting(OutboundCall::attempt)
                .contains(Objects.requireNonNull(first.push()).call())
                .doesNotContain(Objects.requireNonNull(again.push()).call());
    }

    @Test
    void valuesAreNotReadWhereNothingAsksForThem() {
        plays(template("Chào bạn"));
        life.target("An", null);

        life.turn();

        assertThat(heard()).containsExactly("Chào bạn");
        assertThat(reads).isZero();
    }

    @Test
    void aScriptWithoutATemplatePlaysNone() {
        plays(null);
        life.target("An", null);

        life.turn();

        assertThat(life.placed).extracting(OutboundCall::template).containsExactly((Template) null);
    }

    @Test
    void anAgentsCallPlaysNothing() {
        plays(template("Chào {{nobody}}"));
        UUID queue = List.copyOf(life.store.queues.keySet()).get(0);
        life.store.campaigns.computeIfPresent(
                life.campaign.id(),
                (id, each) -> each.withKind(CampaignKind.AGENT).withQueue(queue));
        Target target = life.target("An", null);

        life.turn();

        assertThat(life.attempts(target)).allMatch(attempt -> attempt.disposition() != Disposition.FAILED);
    }
}
