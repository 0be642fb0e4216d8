package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.Check;

/** Names one showing of a notice to one person. */
public record NoticeId(String value) {
    public NoticeId {
        Check.identifier("noticeId", value, 64);
    }
}
