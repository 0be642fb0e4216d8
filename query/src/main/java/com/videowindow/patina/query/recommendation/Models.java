package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import java.util.Optional;

/** The trained models that this node holds, each immutable; the one in force is replaced whole. */
public interface Models {

    record Serving(ModelVersion version, CollaborativeModel model) {}

    /** The one in force; absent where none was promoted yet, or none may serve. */
    Optional<Serving> current();

    /** One by its version, as far as it may still serve: read from where models are kept, if need be, which takes a while. */
    Optional<Serving> find(ModelVersion version);
}
