package com.videowindow.patina.query;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.TrainingSet;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import com.videowindow.patina.query.interest.InterestProfiles;
import com.videowindow.patina.query.recommendation.Crowd;
import com.videowindow.patina.query.recommendation.Models;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the questions are answered from, in memory, fed with the same events as the real read models. */
public final class Workshop implements LiveCatalog, InterestProfiles, Crowd, Models, CurrentConsents {
    public static final SubjectId ANNA = new SubjectId(new UUID(0, 1));
    public static final SubjectId BEN = new SubjectId(new UUID(0, 2));
    public static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private final Map<ContentId, Content> contents = new TreeMap<>();
    private final Map<ProductId, Facets> products = new HashMap<>();
    private List<ContentId> editorial = List.of();
    private EditorialRules rules = EditorialRules.NONE;
    private @Nullable Serving serving;
    private final Map<SubjectId, ProfileState> profiles = new HashMap<>();
    private final Map<SubjectId, NavigableMap<Long, ProfileState>> earlier = new HashMap<>();
    private final Map<SubjectId, Standing> standings = new HashMap<>();
    private final Set<SubjectId> personal = new HashSet<>();
    private final Set<ContentId> retired = new HashSet<>();
    private final CrowdSignals signals = new CrowdSignals();
    private final PreferenceModel model = new PreferenceModel();
    private @Nullable CatalogSnapshot snapshot;
    private @Nullable Learned learned;
    private long position = -1;
    public boolean storeIsAway;
    public boolean logIsSilent;
    public boolean remembers;
    public int asked;
    public final Set<Control> set = EnumSet.noneOf(Control.class);

    public Workshop shows(Content... shown) {
        for (Content content : shown) {
            contents.put(content.id(), content);
        }
        snapshot = null;
        return this;
    }

    /** Something to buy that is described like a video. */
    public Workshop sells(String product, Video like) {
        products.put(new ProductId(product), like.content().description().facets());
        snapshot = null;
        return this;
    }

    public Workshop retires(String content) {
        retired.add(new ContentId(content));
        snapshot = null;
        return this;
    }

    public Workshop putsFirst(String... chosen) {
        editorial = Stream.of(chosen).map(ContentId::new).toList();
        snapshot = null;
        return this;
    }

    public Workshop decides(EditorialRules decided) {
        rules = decided;
        snapshot = null;
        return this;
    }

    public Workshop allows(SubjectId subject) {
        personal.add(subject);
        return hears(new ConsentGiven(subject, Purpose.TRAINING, new PolicyVersion("1"), Channel.WEB, NOW));
    }

    /** The gate knows of it, and nobody else yet. */
    public Workshop acknowledges(ConsentEvent event) {
        standings.merge(event.subject(), Standing.NONE.after(event), (before, first) -> before.after(event));
        return this;
    }

    public Workshop hears(AboutSubject event) {
        position++;
        ProfileState after = model.apply(profiles.get(event.subject()), event);
        profiles.put(event.subject(), after);
        earlier.computeIfAbsent(event.subject(), subject -> new TreeMap<>()).put(position, after);
        signals.apply(event);
        learned = null;
        return this;
    }

    public Workshop hears(SubjectId subject, InteractionKind kind, String content) {
        return hears(subject, kind, content, NOW.minusSeconds(3600));
    }

    public Workshop hears(SubjectId subject, InteractionKind kind, String content, Instant at) {
        Content known = content(new ContentId(content)).orElseThrow();
        Engagement engagement = kind == InteractionKind.VIEW ? new Engagement(null, 1.0, null) : Engagement.NONE;
        return hears(new InteractionRecorded(
                subject,
                new MessageId(kind + content),
                null,
                kind,
                known.id(),
                known.description().facets(),
                engagement,
                InteractionContext.NONE,
                null,
                at,
                at));
    }

    public Workshop states(SubjectId subject, Preferences preferences) {
        return hears(new PreferencesStated(subject, preferences, 1, NOW));
    }

    public @Nullable ProfileState profile(SubjectId subject) {
        return profiles.get(subject);
    }

    /** As it was when this position was the last. */
    public @Nullable ProfileState profile(SubjectId subject, LogPosition until) {
        var known = earlier.getOrDefault(subject, new TreeMap<>()).floorEntry(until.value());
        return known == null ? null : known.getValue();
    }

    @Override
    public Found find(SubjectId subject) {
        asked++;
        if (storeIsAway) {
            throw new ReadModelUnavailable("away", null);
        }
        return new Found(profiles.get(subject), new LogPosition(position), remembers);
    }

    @Override
    public CatalogSnapshot snapshot() {
        CatalogSnapshot known = snapshot;
        if (known == null) {
            known = CatalogSnapshot.of(
                    contents.values().stream()
                            .filter(content -> !retired.contains(content.id()))
                            .toList(),
                    products,
                    editorial,
                    rules,
                    LogPosition.START);
            snapshot = known;
        }
        return known;
    }

    @Override
    public Optional<Content> content(ContentId id) {
        return Optional.ofNullable(contents.get(id));
    }

    @Override
    public boolean isRetired(ContentId id) {
        return retired.contains(id);
    }

    @Override
    public Optional<Product> product(ProductId id) {
        return Optional.empty();
    }

    @Override
    public boolean isRetired(ProductId id) {
        return false;
    }

    @Override
    public CrowdSessions sessions() {
        return CrowdSessions.of(signals.likes());
    }

    @Override
    public Learned learned() {
        Learned known = learned;
        if (known == null) {
            LogPosition at = new LogPosition(position);
            ModelVersion version = new ModelVersion("cooccurrence@" + position);
            known = new Learned(signals.train(), signals.trending(), version, at, at);
            learned = known;
        }
        return known;
    }

    /** A model of everything that was liked by now is in force from now on. */
    public Workshop trains() {
        Map<ContentId, Facets> described = new HashMap<>();
        contents.values()
                .forEach(content ->
                        described.put(content.id(), content.description().facets()));
        CollaborativeModel model = CollaborativeModel.train(
                TrainingSet.of(signals.likes(), described, 1_000),
                CollaborativeModel.Settings.CHOSEN,
                ForkJoinPool.commonPool());
        serving = new Serving(new ModelVersion("recommender@" + position), model);
        return this;
    }

    @Override
    public Optional<Serving> current() {
        return Optional.ofNullable(serving);
    }

    @Override
    public Optional<Serving> find(ModelVersion version) {
        return current().filter(one -> one.version().equals(version));
    }

    @Override
    public boolean isKnown() {
        return !logIsSilent;
    }

    @Override
    public boolean allows(SubjectId subject, Purpose purpose) {
        return purpose.equals(Purpose.PERSONALIZATION) && personal.contains(subject);
    }

    @Override
    public boolean isOn(SubjectId subject, Control control) {
        return set.contains(control);
    }

    @Override
    public Standing standing(SubjectId subject) {
        return standings.getOrDefault(subject, Standing.NONE);
    }

    @Override
    public Set<Purpose> allowedBy(SubjectId subject) {
        return personal.contains(subject) ? Set.of(Purpose.PERSONALIZATION) : Set.of();
    }
}
