package io.tandem.gateway.engine;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Replicas;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.rules.Networks;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Lease;
import io.tandem.campaigns.scheduler.Limits;
import io.tandem.campaigns.scheduler.Membership;
import io.tandem.campaigns.scheduler.Scheduler;
import io.tandem.campaigns.scheduler.SchedulerLoop;
import io.tandem.campaigns.simulated.Journal;
import io.tandem.campaigns.simulated.Playback;
import io.tandem.campaigns.simulated.SimulatedCarrier;
import io.tandem.gateway.BadSetting;
import io.tandem.gateway.Settings;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.time.RealTime;
import io.tandem.gateway.time.SteadyTime;
import io.tandem.translators.autocall.LeadValues;
import io.tandem.translators.voipbin.VoipbinActions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the scheduler, its thread and its dialer. */
@Factory
final class DialingFactory {

    private static final Logger LOG = LoggerFactory.getLogger(DialingFactory.class);

    /** Simulated calls behave the same in every run. */
    private static final long SEED = 20_220_428;

    @Singleton
    Inbox inbox() {
        return new Inbox();
    }

    @Singleton
    Owner owner(Settings settings, Inbox inbox, Scheduler scheduler, Replicas replicas, Waiters waiters) {
        return new TenantOwner(inbox, scheduler, replicas, waiters, settings.lease());
    }

    @Singleton
    Lease lease(RealTime time) {
        return new Lease(System::nanoTime, () -> time.instant().toEpochMilli());
    }

    @Singleton
    Membership membership(
            Inbox inbox,
            Lease lease,
            Replicas replicas,
            Waiters waiters,
            SteadyTime time,
            CampaignClock clock,
            NetworkWorker networks,
            Acknowledger writes) {
        return new Membership(inbox, lease, replicas, writes, waiters::wake, databaseTime -> {
            boolean right = time.follow(databaseTime);
            try {
                clock.follow();
                networks.follow();
            } catch (StoreUnavailable later) {
                LOG.warn("what the replicas share is read later: {}", later.getMessage());
            }
            return right;
        });
    }

    /** Where acknowledgements are written: the scheduler's thread has calls to place. */
    @Singleton
    static final class Acknowledger implements Executor {

        private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread worker = new Thread(task, "acknowledgements");
            worker.setDaemon(true);
            return worker;
        });

        @Override
        public void execute(Runnable work) {
            thread.execute(work);
        }

        @PreDestroy
        void close() {
            thread.shutdown();
        }
    }

    @Bean(preDestroy = "close")
    @Singleton
    TimerThread timer() {
        return new TimerThread();
    }

    @Singleton
    Dialer dialer(Settings settings, CampaignClock clock, TimerThread timer, Inbox inbox, JournalSink journal) {
        if (settings.dialer() != Settings.DialerKind.SIMULATED) {
            throw new BadSetting("TANDEM_DIALER=sip cannot be had: this version dials by the simulated carrier only.");
        }
        return new SimulatedCarrier(
                clock,
                timer,
                inbox,
                new Journal(journal),
                new Playback(VoipbinActions::step),
                SEED,
                settings.simSpeed());
    }

    @Bean(preDestroy = "close")
    @Singleton
    JournalSink journal(Settings settings, List<CarrierWitness> witnesses) {
        Path path = settings.carrierJournal();
        JournalSink file = path == null ? JournalSink.NONE : new JournalFile(path);
        return witnesses.isEmpty() ? file : new WitnessedJournal(file, witnesses);
    }

    @Singleton
    Scheduler scheduler(
            Settings settings,
            CampaignClock clock,
            SchedulerStore store,
            Dialer dialer,
            Inbox inbox,
            Ids ids,
            Lease lease,
            Networks networks,
            Replicas replicas,
            Provider<ReplanWorker> replans) {
        Limits limits = Limits.DEFAULT
                .withLongestTalk(settings.maxTalk())
                .withCallsPerSecond(settings.cps())
                .withNetworks(networks);
        SchedulerStore waking = new WakingStore(store, tenant -> replans.get().enqueue(tenant));
        return new Scheduler(
                clock, waking, dialer, inbox, ids, new Random(), limits, lease, replicas::changed, LeadValues::of);
    }

    @Singleton
    SchedulerLoop loop(Scheduler scheduler, Inbox inbox, CampaignClock clock) {
        return new SchedulerLoop(scheduler, inbox, clock);
    }

    /** The journal's lines, shown to those who watch the carrier too. */
    private record WitnessedJournal(JournalSink file, List<CarrierWitness> witnesses) implements JournalSink {

        @Override
        public void accept(String line) {
            file.accept(line);
            witnesses.forEach(witness -> witness.accept(line));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Where the carrier's journal goes. */
    interface JournalSink extends Consumer<String>, AutoCloseable {

        JournalSink NONE = line -> {};

        @Override
        default void close() throws IOException {}
    }
}
