package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import java.time.Duration;
import java.time.Instant;

/**
 * What a model would have been worth where others served, by what came of the lists of those who allow figures about how the
 * product is used. Answers an optional {@link ModelValue}.
 *
 * @param since when the lists were served that are looked at
 * @param window how long after a list something may come of it; what was served later than that before now is left out
 */
@Uses(purpose = ProcessingPurpose.ANALYTICS, basis = LawfulBasis.CONSENT)
public record FindModelValue(ModelVersion model, Instant since, Duration window, Instant now) {}
