package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The scheduler's promises 1 to 13 over many random lives. A failing life says how to replay it; {@code
 * -Dsimulation.seeds=<n>} lives any number of them.
 */
class SimulationTest {

    private static final long FIRST = Long.getLong("simulation.seed", 1);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 2000);
    /** Lives whose hashes are compared. */
    private static final int HASHED = 20;
    /** Fewer may by chance never meet the rarest. */
    private static final int ENOUGH_FOR_EVERY_HAPPENING = 500;

    @Test
    void keepsItsPromisesInEveryLife() throws Exception {
        SchedulerLog.silence();
        Map<String, Integer> happened = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        long placed = 0;

        for (Lives.Life life : live()) {
            life.happened().forEach((happening, times) -> happened.merge(happening, times, Integer::sum));
            placed += life.placed();
            if (!life.broken().isEmpty()) {
                broken.add(life.replay() + "\n  " + String.join("\n  ", life.broken()));
            }
        }

        System.out.printf("simulation: seeds %d to %d, %d calls placed%n", FIRST, FIRST + SEEDS - 1, placed);
        happened.forEach((happening, times) -> System.out.printf("  %,9d %s%n", times, happening));
        assertThat(broken).as("lives with broken promises").isEmpty();
        if (SEEDS >= ENOUGH_FOR_EVERY_HAPPENING) {
            assertThat(happened.keySet())
                    .as("what was never hit proves nothing")
                    .containsAll(
                            Arrays.stream(Happening.values()).map(Enum::name).toList());
        }
    }

    @Test
    void livesTheSameLifeFromTheSameSeed() throws Exception {
        SchedulerLog.silence();
        List<String> expected = RandomLives.hashes(FIRST, HASHED);

        List<String> again = RandomLives.hashes(FIRST, HASHED);
        List<String> inAnotherProcess = hashesOfAnotherProcess();

        assertThat(again).isEqualTo(expected);
        assertThat(inAnotherProcess)
                .as("what the order of a set or map decides differs from process to process")
                .isEqualTo(expected);
        assertThat(expected).doesNotHaveDuplicates();
    }

    private static List<String> hashesOfAnotherProcess() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        RandomLives.class.getName(),
                        Long.toString(FIRST),
                        Integer.toString(HASHED))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            return output.lines().toList();
        } finally {
            process.destroy();
        }
    }

    @Test
    void livesTheSameLifeInClassesLoadedAnew() {
        SchedulerLog.silence();
        Lives anew = new PlantedLoader(Plant.plant(0, "no bug at all")).lives();

        for (long seed = FIRST; seed < FIRST + HASHED; seed++) {
            assertThat(anew.of(seed)).isEqualTo(new RandomLives().of(seed));
        }
    }

    private static List<Lives.Life> live() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Lives.Life>> lives = new ArrayList<>();
            for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
                long each = seed;
                lives.add(pool.submit(() -> new RandomLives().of(each)));
            }
            List<Lives.Life> lived = new ArrayList<>();
            for (Future<Lives.Life> life : lives) {
                lived.add(life.get());
            }
            return lived;
        } finally {
            pool.shutdownNow();
        }
    }
}
