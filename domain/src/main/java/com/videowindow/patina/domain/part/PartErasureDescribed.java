package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;

/**
 * What is to go. Stands beside the request and is forgotten together with what it names, so that the proof stays and does not
 * tell what it was. Among what somebody says about themselves, of which there is little: the rest of it is sealed again then.
 */
@PersonalData(DataCategory.PREFERENCE)
public record PartErasureDescribed(ErasureId erasure, SubjectId subject, PartScope scope, Instant at)
        implements PartEvent, AboutSubject {}
