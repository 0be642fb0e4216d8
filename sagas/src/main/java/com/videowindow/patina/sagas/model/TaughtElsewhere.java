package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.model.TrainingData;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.TrainingSet;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Hands out what {@link Lessons} hear, in the order in which models are trained from it: nobody's id has a part in that. */
@Component
final class TaughtElsewhere implements TrainingData {
    private final LogInspection inspection;
    private final Lessons lessons;

    TaughtElsewhere(LogInspection inspection, Lessons lessons) {
        this.inspection = inspection;
        this.lessons = lessons;
    }

    @Override
    public Extent take(int most, Taking taking) {
        LogPosition upTo = inspection.head();
        Lesson lesson = lessons.upTo(upTo);
        TrainingSet set = TrainingSet.of(lesson.likes(), lesson.described(), most);
        UserItemMatrix liked = set.matrix();
        for (int item = 0; item < liked.items(); item++) {
            taking.content(item, set.items().get(item), liked.usersOf(item).length);
        }
        for (int person = 0; person < liked.users(); person++) {
            Likes theirs = liked.likesOf(person);
            taking.person(
                    person,
                    theirs.numbers(),
                    IntStream.range(0, theirs.size())
                            .mapToDouble(theirs::strength)
                            .toArray());
        }
        return new Extent(upTo, liked.users(), liked.size(), liked.items(), lesson.erased(), lesson.excluded());
    }
}
