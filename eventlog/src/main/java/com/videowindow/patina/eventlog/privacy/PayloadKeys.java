package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.LogAccess;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import com.videowindow.patina.eventlog.privacy.Owners.Known;
import com.videowindow.patina.eventlog.privacy.RememberedSecrets.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which facts about people rest. A fact's key is derived (HKDF, RFC 5869) from two secrets: one of the person
 * for this category of data, and one of the category for the month in which it was stored. Destroying the first forgets a
 * person, or what they did of one kind; destroying the second ends what was kept of everybody for long enough; neither
 * touches the log, and there is one secret to keep for a person, however many years they stay.
 */
public final class PayloadKeys {
    private static final String PERSON = "subject/";

    private final MongoDatabase database;
    private final NamedSecrets secrets;
    private final MasterKey master;
    private final KeptFacts kept;
    private final MonthsApart apart;
    /** New people come at the same time as others, and are made together. */
    private final Together<String, Secret> making;

    private final RememberedSecrets remembered = new RememberedSecrets();

    /** Which facts a key is for. */
    public record Use(SubjectId subject, RetentionPeriod period) {

        public Use(SubjectId subject, DataCategory category, Instant at) {
            this(subject, RetentionPeriod.of(category, at));
        }

        public DataCategory category() {
            return period.category();
        }
    }

    /** A fact as it stands in the log, sealed under this generation of the keys of its use. */
    public record Sealed(Use use, int generation, String event) {}

    /** What to seal with. */
    public record Sealing(Aead key, int generation) {}

    /**
     * What to open with.
     *
     * @param again what to open instead of what stands in the log; absent where that is it
     */
    public record Opening(Aead key, @Nullable Binary again) {}

    /**
     * @param database on the server of the log, which never keeps a fact without the secret that it was sealed under
     * @param patience how long a caller waits for a store that does not answer
     */
    public PayloadKeys(MongoDatabase database, MasterKey master, Duration patience) {
        this(new KeyPlace(database, true), master, patience);
    }

    PayloadKeys(KeyPlace place, MasterKey master, Duration patience) {
        this.database = place.database();
        this.secrets = new NamedSecrets(place, master, patience);
        this.master = master;
        this.kept = new KeptFacts(database);
        this.apart = new MonthsApart(database, secrets);
        this.making = new Together<>(names -> secrets.findOrMakeAhead(names, PayloadKeys::fresh));
    }

    /** What else is kept beside the keys. */
    MongoDatabase database() {
        return database;
    }

    /**
     * Before a node starts: two homes with a master key each would wrap the same keys.
     *
     * @throws MasterElsewhere when these are not wrapped by this master
     */
    void heedMaster() {
        change(secrets::heedMaster);
    }

    /** Why what wraps them cannot be used now; absent while it can. */
    Optional<String> masterAway() {
        return master.away();
    }

    NamedSecrets secrets() {
        return secrets;
    }

    KeptFacts kept() {
        return kept;
    }

    MonthsApart apart() {
        return apart;
    }

    /** What is known of one person's keys of a month. */
    Owners owners(SubjectId subject, RetentionPeriod period) {
        return owners(List.of(subject), List.of(period), secrets::find);
    }

    static String name(SubjectId subject) {
        return PERSON + subject;
    }

    static boolean isPerson(String name) {
        return name.startsWith(PERSON);
    }

    /** The keys to write under, one for each use, made where there are none; absent for whom there will never be one again. */
    public List<Optional<Sealing>> forWriting(List<Use> uses) {
        Owners owners = owners(uses, making::ask);
        return uses.stream().map(use -> owners.sealing(use)).toList();
    }

    private static byte[] fresh(String name) {
        return StoredPeriods.isPeriod(name)
                ? Randomness.bytes(PersonSecret.BYTES)
                : PersonSecret.fresh().stored();
    }

    /** The keys to read with, one for each; absent for what is forgotten. */
    public List<Optional<Opening>> forReading(List<Sealed> facts) {
        Owners owners = owners(uses(facts), secrets::find);
        Set<SubjectId> turned = owners.turnedSince(facts);
        if (!turned.isEmpty()) {
            remembered.forget(turned);
            owners = owners(uses(facts), secrets::find);
        }
        List<Optional<Opening>> found = new ArrayList<>(facts.size());
        for (Sealed fact : facts) {
            found.add(owners.opening(fact));
        }
        return found;
    }

    /** Asks the store once for the secrets of all these, so that what is read next finds them in memory. */
    public void prepare(Collection<Use> uses) {
        owners(uses, secrets::find);
    }

    private static List<Use> uses(List<Sealed> facts) {
        return facts.stream().map(Sealed::use).toList();
    }

    private Owners owners(Collection<Use> uses, Asking asking) {
        Set<SubjectId> subjects = new LinkedHashSet<>();
        Set<RetentionPeriod> months = new LinkedHashSet<>();
        uses.forEach(use -> {
            subjects.add(use.subject());
            months.add(use.period());
        });
        return owners(subjects, months, asking);
    }

    private Owners owners(Collection<SubjectId> subjects, Collection<RetentionPeriod> months, Asking asking) {
        return new Owners(kept, apart, remembered.people(subjects, asking), remembered.months(months, asking));
    }

    /** What was stored of these kinds in these months has been kept for long enough, of everybody. */
    public void endPeriods(Collection<RetentionPeriod> ended, Instant at) {
        change(() -> secrets.destroy(ended.stream().map(StoredPeriods::name).toList(), at));
        forgetPeriods();
    }

    /** What was said at that time is not kept any more, and nothing is added to it. */
    public boolean isEnded(Use use) {
        Known common = owners(List.of(use), secrets::find).month(use.period());
        return common != null && common.secret() instanceof Secret.Destroyed;
    }

    /** What this node read in the log of keys that were closed. */
    public Closings closings() {
        return remembered.closings();
    }

    /** This node is to ask again which periods have ended, and keeps nothing that was derived from their secrets. */
    void forgetPeriods() {
        remembered.forgetMonths();
        apart.forget();
    }

    /** Nobody reads what rests under this person's keys from here on, and nobody writes under them, on any node. */
    public void destroy(SubjectId subject, Instant at) {
        change(() -> secrets.destroy(List.of(name(subject)), at));
        forget(subject);
    }

    /** SHA-256 of this person's secret, made if there is none; absent when it is destroyed. */
    Optional<String> fingerprint(SubjectId subject) {
        String name = name(subject);
        Secret now = secrets.findOrMake(
                        List.of(name), made -> PersonSecret.fresh().stored())
                .get(name);
        return now instanceof Secret.Live live
                ? Optional.of(PersonSecret.fingerprint(live.bytes().getData()))
                : Optional.empty();
    }

    /**
     * Makes what the files of the store still have of destroyed keys useless.
     *
     * @return false where the master stays, which somebody else renews
     */
    public boolean scrub(Collection<SubjectId> subjects) {
        return scrubNames(subjects.stream().map(PayloadKeys::name).toList());
    }

    /** Nobody finds a secret under these any more, nor in the files of the store. */
    void removeNames(Collection<String> names) {
        secrets.remove(names);
        scrubNames(names);
    }

    boolean scrubNames(Collection<String> names) {
        return available(() -> secrets.scrub(names));
    }

    /** This node was told that the key was destroyed. */
    public void forget(SubjectId subject) {
        remembered.forget(List.of(subject));
    }

    private static void change(Runnable change) {
        available(() -> {
            change.run();
            return true;
        });
    }

    static <T> T available(Supplier<T> access) {
        return LogAccess.available("the keys of people are not available", access);
    }
}
