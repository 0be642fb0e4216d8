package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealing;
import com.videowindow.patina.eventlog.privacy.SealedFacts;
import com.videowindow.patina.eventlog.privacy.StoredPartFences;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The erasure of a part ends between any two of its steps, and is done again, by this node or another. */
class PartsBrokenOffTest extends ErasedPartLog {
    @Test
    void broken_off_anywhere_it_is_done_again_and_loses_nothing() {
        for (int step = 0; step < 4; step++) {
            String gone = "gone" + step;
            String stays = "stays" + step;
            view(log, ANNA, gone, NOON);
            view(log, ANNA, stays, NOON);
            view(log, ANNA, "october" + step, OCTOBER);
            ErasureId erasure = some();
            StoredPartFences breaking =
                    new StoredPartFences(keys, new Breaking(new StoredSealedFacts(store.database(), keys), step));
            close(erasure);
            Set<LogPosition> places = places(gone);
            try {
                breaking.raise(ANNA, erasure, Regulation.GDPR, places, end());
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("the power went");
                assertThat(readAnew())
                        .containsEntry(gone, viewed(ANNA, gone))
                        .containsEntry(stays, viewed(ANNA, stays));
            }
            PayloadKeys again = otherKeys();
            fences(again).open(ANNA, erasure, INTERACTIONS);
            Fence fence = fences(again).raise(ANNA, erasure, Regulation.GDPR, places, end());
            assertThat(fences(otherKeys()).raise(ANNA, erasure, Regulation.GDPR, places, end()))
                    .isEqualTo(fence);
            Map<String, Object> now = readAnew();
            assertThat(now.get(gone)).isInstanceOf(Forgotten.class);
            assertThat(now.get(stays)).isEqualTo(viewed(ANNA, stays));
            assertThat(now.get("october" + step)).isEqualTo(viewed(ANNA, "october" + step));
            keys.forget(ANNA);
        }
    }

    @Test
    void broken_off_between_sealing_again_and_letting_go_of_a_months_key_everything_is_still_read() {
        List.of("a1", "a2").forEach(name -> view(log, ANNA, name, NOON));
        List.of("o1", "o2").forEach(name -> view(log, ANNA, name, OCTOBER));
        erase(some(), "a1"); // October keeps its key
        ErasureId erasure = some();
        close(erasure);
        SealedFacts facts = new StoredSealedFacts(store.database(), keys);
        StoredPartFences breaking = new StoredPartFences(keys, new SealedFacts() {
            @Override
            public List<At> about(SubjectId subject, LogPosition through) {
                return facts.about(subject, through);
            }

            @Override
            public Map<String, byte[]> sealedAgain(Collection<String> events, Sealing with) {
                Map<String, byte[]> sealed = facts.sealedAgain(events, with);
                return new AbstractMap<>() {
                    private boolean stored;

                    @Override
                    public Set<Entry<String, byte[]>> entrySet() {
                        if (stored) {
                            throw new IllegalStateException("the power went");
                        }
                        stored = true;
                        return sealed.entrySet();
                    }
                };
            }
        });
        assertThatThrownBy(() -> breaking.raise(ANNA, erasure, Regulation.GDPR, places("o1"), end()))
                .hasMessage("the power went");

        Map<String, Object> between = readAnew();
        assertThat(List.of("a2", "o1", "o2"))
                .allSatisfy(name -> assertThat(between.get(name)).isEqualTo(viewed(ANNA, name)));
        fences(otherKeys()).raise(ANNA, erasure, Regulation.GDPR, places("o1"), end());
        Map<String, Object> after = readAnew();
        assertThat(after.get("o1")).isInstanceOf(Forgotten.class);
        assertThat(List.of("a2", "o2"))
                .allSatisfy(name -> assertThat(after.get(name)).isEqualTo(viewed(ANNA, name)));
    }

    /** Fails at the so-manieth question. */
    private static final class Breaking implements SealedFacts {
        private final SealedFacts facts;
        private int left;

        Breaking(SealedFacts facts, int left) {
            this.facts = facts;
            this.left = left;
        }

        private void step() {
            if (left-- == 0) {
                throw new IllegalStateException("the power went");
            }
        }

        @Override
        public List<At> about(SubjectId subject, LogPosition through) {
            step();
            return facts.about(subject, through);
        }

        @Override
        public Map<String, byte[]> sealedAgain(Collection<String> events, Sealing with) {
            step();
            Map<String, byte[]> sealed = facts.sealedAgain(events, with);
            step();
            return sealed;
        }
    }
}
