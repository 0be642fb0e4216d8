package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.SubjectId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is to stand in a collection beside the keys where two copies have it otherwise: what is of a later time. */
enum JoinedDocuments {
    /** Nothing tells which is later, and what is here stays. */
    ANY,

    /** The first that was raised stands; names are for whoever is still at it, and lead from the fence to whom it was. */
    FENCES {
        @Override
        Document asKept(Document stored) {
            Document kept = new Document(stored);
            kept.remove("names");
            return kept;
        }
    },

    LEFT {
        @Override
        Document joined(Document here, Document there) {
            return there.getDate("until")
                            .toInstant()
                            .isAfter(here.getDate("until").toInstant())
                    ? there
                    : here;
        }
    },

    /** Sealed again under a newer generation when the one before it goes. */
    KEPT {
        @Override
        Document joined(Document here, Document there) {
            return there.getInteger("under") > here.getInteger("under") ? there : here;
        }

        @Override
        SubjectId owner(Object id) {
            String name = (String) id;
            return SubjectId.of(name.substring(0, name.indexOf('/')));
        }
    },

    /** Generations join those that were set apart before; once there, each stays as it is. */
    APART {
        @Override
        Document joined(Document here, Document there) {
            Document keys = new Document(there.get("keys", Document.class));
            keys.putAll(here.get("keys", Document.class));
            return keys.size() == here.get("keys", Document.class).size()
                    ? here
                    : new Document(here).append("keys", keys);
        }

        @Override
        SubjectId owner(Object id) {
            String name = (String) id;
            return SubjectId.of(name.substring(name.lastIndexOf('/') + 1));
        }
    },

    /** One that was raised is later than one that is only open. */
    PART_FENCES {
        @Override
        Document joined(Document here, Document there) {
            return there.containsKey("fingerprint") && !here.containsKey("fingerprint") ? there : here;
        }
    };

    /** As it is to stand in a backup. */
    Document asKept(Document stored) {
        return stored;
    }

    Document joined(Document here, Document there) {
        return here;
    }

    /** With whom it goes. */
    @Nullable
    SubjectId owner(Object id) {
        return null;
    }
}
