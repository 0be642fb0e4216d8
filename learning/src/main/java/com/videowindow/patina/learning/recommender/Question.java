package com.videowindow.patina.learning.recommender;

/** What a model is asked, which decides what is held back of likes to learn how its parts are blended. */
public enum Question {
    /** What else somebody likes, whenever they came to it: some of each person's likes are held back, drawn by chance. */
    ANY,
    /** What they come to like next, as a service is asked: the latest likes of all are held back. */
    NEXT
}
