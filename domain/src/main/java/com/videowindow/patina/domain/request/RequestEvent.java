package com.videowindow.patina.domain.request;

/** A step that an officer took about a request. */
public sealed interface RequestEvent extends RequestStep
        permits RequestReceived, RequestExtended, RequestAnswered, RequestDenied {

    /** The name of the stream of what officers decided about one request. */
    static String stream(RequestId request) {
        return "request/" + request;
    }
}
