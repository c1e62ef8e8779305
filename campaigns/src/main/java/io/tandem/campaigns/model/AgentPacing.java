package io.tandem.campaigns.model;

/**
 * Ties the number of dialling calls to the number of available agents. (voipbin-v1.md, "service level rule")
 *
 * @param percent the service level; 0 or less dials nothing when the campaign has a queue
 */
public record AgentPacing(int percent, Rule rule) {

    /** Whether one more call may be started now, with {@code dialing} calls of the campaign not answered yet. */
    public boolean mayDial(int availableAgents, int dialing) {
        return percent > 0 && rule.mayDial(availableAgents, dialing, percent);
    }

    /** Two rules that agree only at 100 percent; a campaign keeps the one it was made under. */
    public enum Rule {
        /** {@code available > dialing × percent / 100}, as the documents print it (seed 000). */
        DOCUMENTED {
            @Override
            boolean mayDial(int available, int dialing, int percent) {
                return available * 100L > (long) dialing * percent;
            }
        },
        /** {@code floor(available × percent / 100) > dialing}, as the deployed server computes it. */
        DEPLOYED {
            @Override
            boolean mayDial(int available, int dialing, int percent) {
                return (long) available * percent / 100 > dialing;
            }
        };

        abstract boolean mayDial(int available, int dialing, int percent);
    }
}
