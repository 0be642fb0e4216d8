package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.learning.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** People in a test who each like some crafts of their village and now and then one of another's. */
public final class Villages {
    private static final int CRAFTS = 12;

    private Villages() {}

    public static Person inhabitant(int number) {
        return new Person(new SubjectId(new UUID(number * 0x9E37_79B9_7F4A_7C15L, number)));
    }

    /** What each of them does, one after the other. */
    public static List<List<AboutSubject>> deeds(int people, int villages, long seed) {
        Random chance = new Random(seed);
        List<List<AboutSubject>> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Person one = inhabitant(i);
            int village = i % villages;
            List<AboutSubject> theirs = new ArrayList<>(List.of(one.allows(Purpose.TRAINING)));
            int likes = 3 + chance.nextInt(5);
            for (int like = 0; like < likes; like++) {
                int place = chance.nextInt(10) == 0 ? chance.nextInt(villages) : village;
                theirs.add(one.finishes("craft-" + place + "-" + chance.nextInt(CRAFTS), like));
            }
            all.add(theirs);
        }
        return all;
    }

    public static CrowdSignals crowd(List<List<AboutSubject>> deeds) {
        CrowdSignals crowd = new CrowdSignals();
        deeds.forEach(theirs -> theirs.forEach(crowd::apply));
        return crowd;
    }

    public static TrainingSet heard(List<List<AboutSubject>> deeds) {
        return set(crowd(deeds));
    }

    public static TrainingSet set(CrowdSignals crowd) {
        return TrainingSet.of(crowd.likes(), described(crowd.likes()), 1000);
    }

    /** Content is of the craft that its village has. */
    static Map<ContentId, Facets> described(Map<SubjectId, Basket> liked) {
        Map<ContentId, Facets> described = new HashMap<>();
        liked.values().forEach(basket -> basket.liked()
                .forEach(content -> described.put(
                        content,
                        new Facets(List.of(new Facet(
                                FacetKind.TECHNIQUE,
                                content.value().substring(0, content.value().lastIndexOf('-'))))))));
        return described;
    }
}
