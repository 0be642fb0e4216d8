package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.AboutSeveral;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.Families;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.domain.privacy.ProcessedEvent;
import com.videowindow.patina.domain.privacy.Processing;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What every event that names a person says of itself, or of its family; and each that says it though it need not. */
final class NamedProcessing implements ProcessedEvent.Known {

    @Override
    public List<ProcessedEvent> all() {
        return EventNames.CURRENT.all().stream()
                .filter(name -> namesAnybody(name.type())
                        || Families.find(name.type(), Processing.class).isPresent())
                .map(name -> of(name.name(), name.type()))
                .sorted(Comparator.comparing(ProcessedEvent::name))
                .toList();
    }

    /** {@link Forgotten} stands where nothing is known any more. */
    private static boolean namesAnybody(Class<? extends DomainEvent> type) {
        return type != Forgotten.class
                && (AboutSubject.class.isAssignableFrom(type)
                        || AboutSeveral.class.isAssignableFrom(type)
                        || Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .anyMatch(each -> each == SubjectId.class || each == Actor.class));
    }

    private static ProcessedEvent of(String name, Class<? extends DomainEvent> type) {
        Processing how = Families.find(type, Processing.class)
                .orElseThrow(() -> new IllegalStateException(name + " is about people and not in the register"));
        PersonalData data = type.getAnnotation(PersonalData.class);
        return new ProcessedEvent(name, type, data == null ? null : data.value(), how);
    }
}
