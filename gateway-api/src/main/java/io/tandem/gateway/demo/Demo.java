package io.tandem.gateway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.gateway.BadSetting;
import io.tandem.gateway.Gateway;
import io.tandem.gateway.Settings;
import io.tandem.gateway.time.Pause;
import io.tandem.translators.phone.PhoneReader;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A gateway with the demo's tenant, and the run of its two campaigns. */
public final class Demo implements AutoCloseable {

    private static final int CAP = 40;
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long LOOK_MILLIS = 200;

    private final Gateway gateway;
    private final Witness witness;
    private final PrintWriter out;
    private final boolean terminal;

    private Demo(Gateway gateway, Witness witness, PrintWriter out, boolean terminal) {
        this.gateway = gateway;
        this.witness = witness;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Starts the gateway on a database in memory and makes the demo's tenant.
     *
     * @param environment settings; those of the database are not looked at
     * @param terminal whether {@code out} is one, and can be drawn over
     * @throws BadSetting if another dialer than the simulated one is set: the demo's numbers might be somebody's
     */
    public static Demo start(
            Map<String, String> environment, int port, double speed, PrintWriter out, boolean terminal) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.keySet().removeIf(name -> name.startsWith("TANDEM_DB_"));
        settings.put("TANDEM_DB_URL", "jdbc:h2:mem:demo");
        settings.put("TANDEM_PORT", String.valueOf(port));
        settings.put("TANDEM_SIM_SPEED", String.valueOf(speed));
        settings.put("TANDEM_RATE_LIMITS", "off");
        settings.putIfAbsent("TANDEM_OPERATOR_TOKEN", "demo-operator");
        Settings read = Settings.of(settings);
        if (read.dialer() != Settings.DialerKind.SIMULATED) {
            throw new BadSetting("The demo dials by the simulated carrier only: unset TANDEM_DIALER.");
        }
        Witness witness = new Witness();
        Gateway gateway = Gateway.start(read, witness);
        DemoTenant.create(gateway.context());
        return new Demo(gateway, witness, out, terminal);
    }

    public URI url() {
        return gateway.url();
    }

    /** Runs both campaigns to their end; true if every promise was kept. */
    public boolean run() {
        DemoApi anyone = new DemoApi(gateway.url(), null);
        DemoList list = DemoList.deal(new PhoneReader("VN", Set.of("VN")));
        DemoCampaign autocall = AutocallHalf.start(anyone, list.odd(), CAP);
        tell(autocall);
        DemoCampaign voipbin = VoipbinHalf.start(anyone, autocall.api(), list, CAP);
        tell(voipbin);
        out.println();
        List<DemoCampaign> campaigns = List.of(autocall, voipbin);
        List<JsonNode> progress = watch(campaigns);
        Verdict verdict = Verdict.of(campaigns, progress, witness, CAP);
        verdict.print(out);
        return verdict.broken().isEmpty();
    }

    private void tell(DemoCampaign campaign) {
        out.println(
                "Campaign " + campaign.id() + " came in over " + campaign.title() + " and runs; " + campaign.note());
        out.flush();
    }

    private List<JsonNode> watch(List<DemoCampaign> campaigns) {
        Screen screen = new Screen(out, terminal);
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            List<JsonNode> progress =
                    campaigns.stream().map(DemoCampaign::progress).toList();
            screen.show(campaigns, progress);
            boolean over = progress.stream().allMatch(Demo::isOver);
            if (over || System.nanoTime() - end > 0) {
                return progress;
            }
            Pause.millis(LOOK_MILLIS);
        }
    }

    private static boolean isOver(JsonNode progress) {
        return progress.at("/targets/left").asLong() == 0
                && progress.path("in_flight").asInt() == 0;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
