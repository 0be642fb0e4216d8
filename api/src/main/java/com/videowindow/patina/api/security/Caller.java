package com.videowindow.patina.api.security;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.util.UUID;

/** The person who asks. Controllers know people by their token only, so that nobody reaches anybody else. */
public final class Caller {

    private final SubjectDirectory directory;
    private final PlatformUserId user;

    Caller(SubjectDirectory directory, PlatformUserId user) {
        this.directory = directory;
        this.user = user;
    }

    public PlatformUserId user() {
        return user;
    }

    /** To write about them. */
    public SubjectId subject() {
        return directory.subjectOf(user);
    }

    /** To read about them: somebody unknown is nobody, and asking does not make them known. */
    public SubjectId reader() {
        return directory.knownSubjectOf(user).orElseGet(() -> new SubjectId(UUID.randomUUID()));
    }
}
