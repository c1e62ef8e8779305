package io.tandem.gateway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the carrier's journal says of the run, as a table, and which promises it finds broken.
 *
 * @param broken a sentence each; empty if all held
 */
record Verdict(List<String> table, List<String> broken) {

    private static final double LEAST_FILL = 0.95;

    static Verdict of(List<DemoCampaign> campaigns, List<JsonNode> progress, Witness witness, int cap) {
        List<String> table = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        table.add(row(
                "",
                campaigns.stream().map(campaign -> "over " + campaign.title()).toList()));
        List<Witness.Seen> seen =
                campaigns.stream().map(campaign -> witness.of(campaign.id())).toList();
        table.add(row(
                "leads",
                progress.stream().map(p -> p.at("/targets/total").asText()).toList()));
        table.add(row(
                "  reached",
                progress.stream().map(p -> p.at("/targets/done").asText()).toList()));
        table.add(row(
                "  not reached",
                progress.stream().map(p -> p.at("/targets/exhausted").asText()).toList()));
        table.add(row(
                "calls placed",
                seen.stream().map(s -> String.valueOf(s.placed())).toList()));
        table.add(row(
                "  answered",
                seen.stream().map(s -> String.valueOf(s.answered())).toList()));
        table.add(row(
                "most calls up / cap",
                seen.stream().map(s -> s.peak() + " / " + cap).toList()));
        table.add(row(
                "fill until last first try",
                seen.stream().map(s -> number("%.3f", s.fill(cap))).toList()));
        table.add(row(
                "seconds", seen.stream().map(s -> number("%.1f", s.seconds())).toList()));
        table.add(row(
                "calls per second",
                seen.stream().map(s -> number("%.1f", s.callsPerSecond())).toList()));
        for (int i = 0; i < campaigns.size(); i++) {
            check(campaigns.get(i), progress.get(i), seen.get(i), cap, broken);
        }
        if (witness.numbersInTwoCalls() > 0) {
            broken.add(witness.numbersInTwoCalls() + " numbers were in two calls at once");
        }
        return new Verdict(table, broken);
    }

    private static void check(
            DemoCampaign campaign, JsonNode progress, Witness.Seen seen, int cap, List<String> broken) {
        String whose = "the campaign over " + campaign.title() + ": ";
        if (seen.peak() > cap) {
            broken.add(whose + seen.peak() + " calls were up at once, its cap is " + cap);
        }
        if (seen.mostToOneNumber() > campaign.attempts()) {
            broken.add(whose + "a number was called " + seen.mostToOneNumber() + " times, allowed are "
                    + campaign.attempts());
        }
        if (progress.at("/targets/left").asLong() > 0) {
            broken.add(whose + progress.at("/targets/left").asLong() + " leads have not ended");
        }
        if (seen.open() > 0) {
            broken.add(whose + seen.open() + " calls have not ended");
        }
        if (seen.fill(cap) < LEAST_FILL) {
            broken.add(whose + number("only %.3f of its cap was in use", seen.fill(cap)));
        }
    }

    private static String row(String title, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-28s", title));
        cells.forEach(cell -> row.append(String.format(Locale.ROOT, "%12s", cell)));
        return row.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    void print(PrintWriter out) {
        out.println();
        out.println("By the carrier's own journal:");
        table.forEach(out::println);
        out.println();
        if (broken.isEmpty()) {
            out.println("Every promise was kept.");
        } else {
            out.println("BROKEN:");
            broken.forEach(sentence -> out.println("  " + sentence));
        }
        out.flush();
    }
}
