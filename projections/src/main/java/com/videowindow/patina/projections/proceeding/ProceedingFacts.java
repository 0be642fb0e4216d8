package com.videowindow.patina.projections.proceeding;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.domain.release.ReleaseEvent;
import com.videowindow.patina.projections.runner.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One document for each step of a release of raw events, and for each request that another tool sent. Their streams do not
 * name the person, so this is how a copy for the person finds them. It stays when they leave, whose random id leads to nobody then.
 */
@Component
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = Recipient.THE_PERSON)
final class ProceedingFacts implements ReadModel<Proceeding> {

    @Override
    public String name() {
        return "proceedings";
    }

    @Override
    public Class<Proceeding> body() {
        return Proceeding.class;
    }

    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public boolean isFact() {
        return true;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return ReleaseEvent.class.isAssignableFrom(event) || event == OpenDsrReceived.class;
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return of(event) == null ? null : Long.toString(position.value());
    }

    @Override
    public @Nullable Proceeding apply(@Nullable Proceeding body, DomainEvent event, LogPosition position) {
        return of(event);
    }

    private static @Nullable Proceeding of(DomainEvent event) {
        return switch (event) {
            case ReleaseEvent step -> new Proceeding(step.subject(), step.at());
            case OpenDsrReceived request -> new Proceeding(request.subject(), request.at());
            default -> null;
        };
    }
}
