package com.videowindow.patina.eventlog.privacy;

import static java.util.stream.Collectors.groupingBy;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.eventlog.privacy.KeptFacts.Place;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealing;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import com.videowindow.patina.eventlog.privacy.SealedFacts.At;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The end of single generations of a person's keys. Each step can be repeated; somebody who was erased has none of it. */
final class FormerKeys {
    private static final int AT_ONCE = 1_000;

    private final PayloadKeys keys;
    private final SealedFacts facts;

    FormerKeys(PayloadKeys keys, SealedFacts facts) {
        this.keys = keys;
        this.facts = facts;
    }

    /** The generations under which facts of these kinds are sealed now. */
    Map<DataCategory, Integer> newest(SubjectId subject, Collection<DataCategory> kinds) {
        Map<DataCategory, Integer> newest = new EnumMap<>(DataCategory.class);
        find(subject)
                .ifPresent(secret -> kinds.forEach(kind -> {
                    PersonSecret.Part part = secret.newest(kind);
                    newest.put(kind, part == null ? -1 : part.generation());
                }));
        return newest;
    }

    /** New facts are sealed under the next generations. */
    void turn(SubjectId subject, Map<DataCategory, Integer> former) {
        change(subject, secret -> {
            List<DataCategory> behind = former.keySet().stream()
                    .filter(kind -> {
                        PersonSecret.Part newest = secret.newest(kind);
                        return newest == null || newest.generation() <= former.getOrDefault(kind, -1);
                    })
                    .toList();
            return behind.isEmpty() ? secret : secret.turned(behind);
        });
    }

    /** Seals what stays of the former generations under the newest. */
    void keep(SubjectId subject, Map<DataCategory, Integer> former, Set<LogPosition> gone, LogPosition through) {
        keys.forget(subject); // another node may have turned them
        Map<Place, List<At>> months = facts.about(subject, through).stream()
                .filter(at -> at.fact().generation()
                        <= former.getOrDefault(at.fact().use().category(), -1))
                .collect(groupingBy(at ->
                        new Place(subject, at.fact().use().period(), at.fact().generation())));
        months.forEach(
                (place, all) -> keep(place, former.getOrDefault(place.period().category(), -1), all, gone));
    }

    private void keep(Place place, int former, List<At> all, Set<LogPosition> gone) {
        Use use = all.getFirst().fact().use();
        Optional<Sealing> sealing = keys.owners(use.subject(), use.period()).keeping(use);
        List<String> staying = all.stream()
                .filter(at -> !gone.contains(at.position()))
                .map(at -> at.fact().event())
                .toList();
        byte[] key = staying.size() == all.size() ? key(place) : null;
        if (sealing.isEmpty()) {
            keys.kept().keepNothing(place);
        } else if (sealing.get().generation() <= former) {
            throw new IllegalStateException("what stays would be sealed again under a key that goes");
        } else if (key != null) {
            keys.kept()
                    .keepKey(
                            place,
                            key,
                            sealing.get().generation(),
                            sealing.get().key());
            keys.kept().keepOnly(place, List.of(""), sealing.get().generation());
        } else {
            keys.kept()
                    .keepOnly(
                            place,
                            keepFacts(place, staying, sealing.get()),
                            sealing.get().generation());
        }
    }

    private Collection<String> keepFacts(Place place, List<String> staying, Sealing sealing) {
        Map<String, byte[]> sealed = new HashMap<>();
        for (int from = 0; from < staying.size(); from += AT_ONCE) {
            Map<String, byte[]> some =
                    facts.sealedAgain(staying.subList(from, Math.min(staying.size(), from + AT_ONCE)), sealing);
            keys.kept().keepFacts(place, some, sealing.generation());
            sealed.putAll(some);
        }
        return sealed.keySet();
    }

    /** The key of a whole month; absent where there is none any more. */
    private byte @Nullable [] key(Place place) {
        Optional<byte[]> live = keys.owners(place.subject(), place.period()).derived(place);
        if (live.isPresent()) {
            return live.get();
        }
        KeptFacts.Month month = keys.kept().find(place);
        KeptFacts.Kept kept = month == null ? null : month.key();
        return kept == null
                ? null
                : keys.owners(place.subject(), place.period())
                        .derived(new Place(place.subject(), place.period(), kept.under()))
                        .map(under -> KeptFacts.key(new AesGcm(under), kept.sealed(), place))
                        .orElse(null);
    }

    /** SHA-256 of what {@link #destroy} is about to take away, in hexadecimal digits; empty when there is nothing. */
    String fingerprint(SubjectId subject, Map<DataCategory, Integer> former) {
        List<PersonSecret.Part> parts =
                find(subject).map(secret -> secret.former(former)).orElse(List.of());
        ByteBuffer all = ByteBuffer.allocate(parts.size() * PersonSecret.BYTES);
        parts.forEach(part -> all.put(part.bytes().getData()));
        return parts.isEmpty() ? "" : PersonSecret.fingerprint(all.array());
    }

    void destroy(SubjectId subject, Map<DataCategory, Integer> former) {
        change(subject, secret -> secret.former(former).isEmpty() ? secret : secret.without(former));
    }

    private void change(SubjectId subject, UnaryOperator<PersonSecret> change) {
        boolean done = false;
        while (!done) {
            Secret before =
                    keys.secrets().find(List.of(PayloadKeys.name(subject))).get(PayloadKeys.name(subject));
            if (before instanceof Secret.Live live) {
                PersonSecret secret = PersonSecret.of(live.bytes());
                PersonSecret now = change.apply(secret);
                done = now.equals(secret)
                        || keys.secrets().replace(PayloadKeys.name(subject), live.bytes(), now.stored());
            } else {
                done = true;
            }
        }
        keys.forget(subject);
    }

    private Optional<PersonSecret> find(SubjectId subject) {
        return keys.secrets().live(PayloadKeys.name(subject)).map(PersonSecret::of);
    }
}
