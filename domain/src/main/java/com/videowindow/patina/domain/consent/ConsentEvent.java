package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.AboutSubject;

/** A change of what a person allows. */
public sealed interface ConsentEvent extends AboutSubject permits ConsentGiven, ConsentWithdrawn {
    Purpose purpose();

    PolicyVersion policy();

    Channel channel();
}
