package com.videowindow.patina.projections.interest;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.ConsentEnded;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.part.PartErasureCancelled;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartHidden;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.projections.runner.ReadModel;
import com.videowindow.patina.projections.store.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One profile per person, folded by the preference model. */
@Component
@Processing(
        purposes = ProcessingPurpose.PERSONALIZATION,
        basis = LawfulBasis.CONSENT,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
final class InterestModel implements ReadModel<ProfileState> {
    static final String NAME = "interest-profiles";
    private static final Set<Class<?>> CONCERNS = Set.of(
            InteractionRecorded.class,
            FeedbackGiven.class,
            PreferencesStated.class,
            SubjectErased.class,
            PartHidden.class,
            PartErasureCancelled.class,
            PartErasureStarted.class);

    private final PreferenceModel model = new PreferenceModel();
    private final ProfileMemory memory;
    private final ObjectProvider<FoldedProfiles> again;

    /** @param again folds by this model */
    InterestModel(ProfileMemory memory, ObjectProvider<FoldedProfiles> again) {
        this.memory = memory;
        this.again = again;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ProfileState> body() {
        return ProfileState.class;
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return CONCERNS.contains(event) || ConsentEnded.class.isAssignableFrom(event);
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return switch (event) {
            case AboutSubject personal
            when PreferenceModel.concerns(personal) -> personal.subject().toString();
            case SubjectErased erased -> erased.subject().toString();
            case PartEvent part when part.changesWhatIsKnown() -> part.subject().toString();
            default -> null;
        };
    }

    @Override
    public boolean isFoldedAgainAt(DomainEvent event) {
        return event instanceof PartEvent part && part.changesWhatIsKnown();
    }

    @Override
    public @Nullable ProfileState foldedAgain(String key, LogPosition upTo) {
        return again.getObject().withoutHidden(SubjectId.of(key), upTo);
    }

    @Override
    public @Nullable ProfileState apply(@Nullable ProfileState body, DomainEvent event, LogPosition position) {
        return switch (event) {
            case AboutSubject personal -> model.apply(body, personal);
            case PartEvent part -> body;
            default -> null;
        };
    }

    @Override
    public @Nullable ProfileState applyAll(@Nullable ProfileState body, List<Positioned> events) {
        List<AboutSubject> personal = new ArrayList<>(events.size());
        for (Positioned one : events) {
            if (one.event() instanceof SubjectErased) {
                return null; // nothing of them follows
            }
            if (one.event() instanceof AboutSubject said) {
                personal.add(said);
            }
        }
        return personal.isEmpty() ? body : model.applyAll(body, personal);
    }

    @Override
    public @Nullable Document<ProfileState> recall(String key) {
        return memory.recall(key);
    }

    @Override
    public void written(String key, Document<ProfileState> document) {
        memory.remember(key, document);
    }

    @Override
    public void swapped() {
        memory.forgetAll();
    }
}
