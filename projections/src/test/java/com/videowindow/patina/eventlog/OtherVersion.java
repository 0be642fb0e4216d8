package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.eventlog.EventNames.StoredName;
import com.videowindow.patina.json.PatinaJson;
import java.util.List;
import org.axonframework.serialization.upcasting.event.EventTypeUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** The log as other versions of the program open it. */
public final class OtherVersion {
    private OtherVersion() {}

    /** One that writes events of this type under another name. */
    public static EventLog calling(
            Class<? extends DomainEvent> type, String kind, String name, MongoDatabase database, byte[] key) {
        EventNames names = new EventNames(List.of(new StoredName(kind, name, "1", type)));
        EventLog.Parts standard = EventLog.Parts.standard();
        return EventLog.open(
                database,
                EventLogSettings.DEFAULTS,
                key,
                new EventLog.Parts(
                        new EventSerializer(names, PatinaJson.mapper()),
                        standard.general(),
                        standard.upcasters(),
                        standard.meters(),
                        Seals.NONE));
    }

    /** One that reads events of another name as those of a name that this version has. */
    public static EventLog knowing(String other, String name, MongoDatabase database, byte[] key) {
        EventUpcaster renamed = new EventTypeUpcaster(other, "1", name, "1");
        EventLog.Parts standard = EventLog.Parts.standard();
        return EventLog.open(
                database,
                EventLogSettings.DEFAULTS,
                key,
                new EventLog.Parts(standard.events(), standard.general(), renamed, standard.meters(), Seals.NONE));
    }
}
