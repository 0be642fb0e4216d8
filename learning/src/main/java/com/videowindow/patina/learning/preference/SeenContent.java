package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person has met, while events are folded in. The newest clear judgement of each content wins. */
final class SeenContent {
    private static final Comparator<Seen> NEWEST_FIRST =
            Comparator.comparingLong(Seen::at).reversed().thenComparing(Seen::content);

    private final Map<ContentId, Seen> byContent = new HashMap<>();

    SeenContent(Collection<Seen> known) {
        known.forEach(seen -> byContent.put(seen.content(), seen));
    }

    boolean knows(ContentId content) {
        return byContent.containsKey(content);
    }

    /**
     * What a deed changed.
     *
     * @param holds no newer change of mind speaks against it
     * @param first this kind of deed with this content was not known before
     * @param recanted bits of the proofs that it took back
     */
    record Change(boolean holds, boolean first, int recanted) {}

    Change change(ContentId content, Signal signal) {
        Seen before = byContent.get(content);
        Judgement judged = before == null ? Judgement.NONE : before.judged();
        int known = before == null ? 0 : before.proofs();
        int bit = signal.proof() == null ? 0 : signal.proof().bit();
        int recanted = judged.recants(signal) ? known : 0;
        boolean holds = judged.holds(signal);
        Judgement now = judged.after(signal);
        put(new Seen(content, now.at(), now.liking(), holds ? known | bit : known & ~recanted));
        return new Change(holds, (known & bit) == 0, recanted);
    }

    List<Seen> newestFirst() {
        return byContent.values().stream().sorted(NEWEST_FIRST).toList();
    }

    private void put(Seen changed) {
        byContent.put(changed.content(), changed);
        if (byContent.size() > ProfileState.MAX_SEEN) {
            byContent.values().stream().max(NEWEST_FIRST).ifPresent(oldest -> byContent.remove(oldest.content()));
        }
    }
}
