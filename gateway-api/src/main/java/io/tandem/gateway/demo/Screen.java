package io.tandem.gateway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Live progress: bars that are drawn over on a terminal, a line now and then elsewhere. */
final class Screen {

    private static final int BAR = 24;
    /** A line that wraps could not be drawn over. */
    private static final int WIDTH = 79;

    private static final Duration LINE_EVERY = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean terminal;
    private int drawn;
    private long lastLine;
    private long lastAt;
    private long[] lastAttempts = {};

    Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.lastLine = System.nanoTime() - LINE_EVERY.toNanos();
    }

    void show(List<DemoCampaign> campaigns, List<JsonNode> progress) {
        long now = System.nanoTime();
        if (!terminal && now - lastLine < LINE_EVERY.toNanos()) {
            return;
        }
        lastLine = now;
        List<String> lines = new ArrayList<>();
        long[] attempts = new long[campaigns.size()];
        for (int i = 0; i < campaigns.size(); i++) {
            attempts[i] = sum(progress.get(i).path("attempts"));
            double rate = i < lastAttempts.length ? (attempts[i] - lastAttempts[i]) * 1e9 / (now - lastAt) : 0;
            lines.add(bar(campaigns.get(i), progress.get(i), rate));
            lines.add(dispositions(progress.get(i).path("attempts")));
        }
        lastAttempts = attempts;
        lastAt = now;
        draw(lines);
    }

    private void draw(List<String> lines) {
        if (terminal && drawn > 0) {
            out.print("\u001b[" + drawn + "A");
        }
        for (String line : lines) {
            out.println(terminal ? "\u001b[2K" + line : line);
        }
        out.flush();
        drawn = lines.size();
    }

    private static String bar(DemoCampaign campaign, JsonNode progress, double rate) {
        long total = progress.at("/targets/total").asLong();
        long done = total - progress.at("/targets/left").asLong();
        int filled = total == 0 ? 0 : (int) (BAR * done / total);
        return String.format(
                Locale.ROOT,
                "%-4s [%s%s] %4d/%d done  %2d/%d up %5.1f calls/s",
                campaign.title(),
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                done,
                total,
                progress.path("in_flight").asInt(),
                progress.path("cap").asInt(),
                rate);
    }

    private String dispositions(JsonNode attempts) {
        List<String> words = new ArrayList<>();
        attempts.properties()
                .forEach(entry -> words.add(entry.getKey().replace('_', ' ') + " "
                        + entry.getValue().asLong()));
        String line = "     " + String.join(", ", words);
        return terminal && line.length() > WIDTH ? line.substring(0, WIDTH - 3) + "..." : line;
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }
}
