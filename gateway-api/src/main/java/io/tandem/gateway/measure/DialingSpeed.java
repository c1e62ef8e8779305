package io.tandem.gateway.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.campaigns.service.CampaignLists;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.ProgressService;
import io.tandem.campaigns.service.TargetService;
import io.tandem.campaigns.service.TargetService.Repeats;
import io.tandem.gateway.Gateway;
import io.tandem.gateway.Settings;
import io.tandem.gateway.admin.NewTenant;
import io.tandem.gateway.admin.TenantKeys;
import io.tandem.gateway.admin.Tenants;
import io.tandem.gateway.engine.CarrierWitness;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.time.Pause;
import io.tandem.translators.autocall.AutocallCampaigns;
import io.tandem.translators.autocall.AutocallLeads;
import io.tandem.translators.autocall.AutocallLists;
import io.tandem.translators.phone.PhoneReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Dials a list of numbers that end at once, and takes the carrier's word for how long it took. */
public final class DialingSpeed {

    /** Endings of test numbers whose calls end at once, whatever the speed. */
    private static final List<String> INSTANT = List.of("99100", "99300", "99400", "99600", "99700", "99800");
    /** Two digits after +84 that make a mobile number. */
    private static final List<String> PREFIXES = List.of(
            "32", "33", "34", "35", "36", "37", "38", "39", "70", "76", "77", "78", "79", "81", "82", "83", "84", "85",
            "86", "88", "89", "90", "91", "93", "94", "96", "97", "98");

    private static final int BATCH = 1000;
    private static final long LOOK_MILLIS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> NUMBERS = numbers();

    /** Most leads there are numbers for. */
    public static final int MOST = NUMBERS.size();

    private DialingSpeed() {}

    /**
     * What came out.
     *
     * @param seconds from the first placed call to the last end
     */
    public record Result(int calls, double seconds) {
        public double callsPerSecond() {
            return calls / seconds;
        }
    }

    /** Runs a campaign of {@code leads} leads under a cap of {@code cap} on the database of the settings. */
    public static Result measure(Settings settings, int leads, int cap) {
        Counter counter = new Counter();
        try (Gateway gateway = Gateway.start(settings, counter)) {
            ApplicationContext beans = gateway.context();
            Tenant tenant = beans.getBean(Tenants.class)
                    .create(NewTenant.named("measure"), TenantKeys.random(beans.getBean(Ids.class)));
            UUID campaign = campaign(beans, tenant, leads, cap);
            beans.getBean(CampaignService.class).command(tenant.id(), campaign, Command.START);
            ProgressService progress = beans.getBean(ProgressService.class);
            while (progress.of(tenant.id(), campaign).endedTargets() < leads) {
                Pause.millis(LOOK_MILLIS);
            }
        }
        return counter.result();
    }

    private static UUID campaign(ApplicationContext beans, Tenant tenant, int leads, int cap) {
        Instant now = beans.getBean(CampaignClock.class).instant();
        ObjectNode document = JSON.createObjectNode()
                .put("campaign_name", "measure")
                .put("type", "autocall")
                .put("concurrent_call", cap);
        ObjectNode week = document.putArray("schedules").addObject();
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            week.put(day + "_start_time", 0L).put(day + "_end_time", 86_400_000_000_000L);
        }
        UUID campaign = beans.getBean(CampaignService.class)
                .create(beans.getBean(AutocallCampaigns.class).create(document, tenant, now))
                .campaign()
                .id();
        TargetList list = beans.getBean(AutocallLists.class)
                .create(
                        JSON.createObjectNode()
                                .put("campaign_uuid", campaign.toString())
                                .put("list_name", "measure"),
                        tenant,
                        now);
        beans.getBean(CampaignLists.class).create(list);
        for (int from = 0; from < leads; from += BATCH) {
            ObjectNode batch =
                    JSON.createObjectNode().put("list_uuid", list.id().toString());
            ArrayNode rows = batch.putArray("data");
            for (int i = from; i < Math.min(leads, from + BATCH); i++) {
                rows.addObject().put("phone_number", NUMBERS.get(i));
            }
            var read = beans.getBean(AutocallLeads.class).createAll(batch, tenant, now);
            if (!read.refused().isEmpty()) {
                throw new IllegalStateException(
                        "a number was refused: " + read.refused().get(0));
            }
            beans.getBean(TargetService.class).add(tenant.id(), list.id(), read.good(), Repeats.LEFT_OUT);
        }
        return campaign;
    }

    /** What the numbering plan has of them: not every prefix is assigned in full. */
    private static List<String> numbers() {
        PhoneReader phones = new PhoneReader("VN", Set.of("VN"));
        List<String> numbers = new ArrayList<>();
        for (String ending : INSTANT) {
            for (String prefix : PREFIXES) {
                for (int i = 0; i < 100; i++) {
                    String number = String.format("0%s%02d%s", prefix, i, ending);
                    if (phones.read(number).isPresent()) {
                        numbers.add(number);
                    }
                }
            }
        }
        return List.copyOf(numbers);
    }

    private static final class Counter implements CarrierWitness {

        private int placed;
        private long first;
        private long last;

        @Override
        public synchronized void accept(String line) {
            long now = System.nanoTime();
            if (line.contains("\"placed\"")) {
                first = placed == 0 ? now : first;
                placed++;
            }
            last = now;
        }

        synchronized Result result() {
            return new Result(placed, (last - first) / 1e9);
        }
    }
}
