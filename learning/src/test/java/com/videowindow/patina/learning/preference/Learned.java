package com.videowindow.patina.learning.preference;

import static com.videowindow.patina.learning.Person.day;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.interest.Facet;
import java.util.List;

/** What the model learned from some events, with the questions that tests ask. */
record Learned(ProfileState state) {
    static final PreferenceModel MODEL = new PreferenceModel();

    static Learned from(AboutSubject... events) {
        return new Learned(MODEL.applyAll(null, List.of(events)));
    }

    Learned then(AboutSubject event) {
        return new Learned(MODEL.apply(state, event));
    }

    List<Interest> interests() {
        return MODEL.interests(state, day(0));
    }

    Interest interest(String facet) {
        return interests().stream()
                .filter(interest -> interest.facet().equals(Facet.parse(facet)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no interest in " + facet));
    }

    double score(String facet) {
        return interest(facet).score();
    }
}
