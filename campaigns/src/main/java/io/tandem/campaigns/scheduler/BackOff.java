package io.tandem.campaigns.scheduler;

import java.time.Duration;

/** How long to rest before the next try: twice as long each time, up to a longest. */
record BackOff(Duration rest, Duration longest) {

    BackOff next() {
        Duration twice = rest.multipliedBy(2);
        return new BackOff(twice.compareTo(longest) < 0 ? twice : longest, longest);
    }
}
