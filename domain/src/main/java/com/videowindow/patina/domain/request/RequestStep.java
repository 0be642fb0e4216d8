package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Regulation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that moves a request on, whichever capability it is of: what it says here is all that the list of requests,
 * their clocks and their log know. Kept for 24 months and longer, also of people who left: it names the random subject only,
 * so it is not sealed under their key.
 */
public interface RequestStep extends DomainEvent {
    RequestId request();

    SubjectId subject();

    Step step();

    /** What happened to a request. */
    sealed interface Step {

        /**
         * It came.
         *
         * @param by who asked for it, or entered it
         * @param received from when on the law's clock runs
         * @param joined the request that answers it too; absent of one that is answered by itself
         */
        record Opened(
                RequestKind kind,
                Manner manner,
                Actor by,
                Regulation regulation,
                Instant received,
                @Nullable RequestId joined)
                implements Step {

            /** @param arrival absent of one that came as it was entered, in the way of whoever did */
            public static Opened entered(
                    RequestKind kind, @Nullable Arrival arrival, Actor by, Regulation regulation, Instant at) {
                Manner manner = Arrival.of(arrival, by).manner();
                return new Opened(kind, manner, by, regulation, Arrival.received(arrival, at), null);
            }
        }

        /** It waits for a legal reason. */
        record Held(HoldBasis basis) implements Step {}

        record Released() implements Step {}

        /** @param until when it has to be answered now */
        record Extended(ExtensionReason reason, Instant until) implements Step {}

        record Answered(Response response) implements Step {}

        /** @param basis on which the rest was denied */
        record AnsweredInPart(DenialBasis basis, CaseReference reference) implements Step {}

        /** It came, and was complied with in full by the time that it did. */
        record Met(Opened opened) implements Step {}

        record Denied(DenialBasis basis, CaseReference reference) implements Step {}

        record Withdrawn() implements Step {}

        /**
         * Nothing more is done for it. One that was answered before stays so.
         *
         * @param as how it stands then
         */
        record Ended(RequestState as) implements Step {}
    }
}
