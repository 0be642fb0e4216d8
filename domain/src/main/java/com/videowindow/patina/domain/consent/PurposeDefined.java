package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A version of what a use of data under consent is. What rests on another basis is named where it is done
 * ({@link Processing}), and nobody is asked for it.
 *
 * @param version 1 for the first
 * @param texts what it is, one for each language, 1 to 40
 * @param recipients who gets data for it beside the operator, 0 to 50, each 1 to 200 characters
 * @param forwards the ways in which it hands data about people to others: whoever opted out of one of them permits it no
 *     more than a minor does
 * @param offered whether people may be asked for it; nothing that was given holds while not
 * @param keepsConsents whether what was given under an earlier definition goes on holding; where not, it holds for people
 *     who answer a policy that was published since
 * @param by the officer, under the random id of everybody
 */
@Processing(
        purposes = ProcessingPurpose.ACCOUNTABILITY,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = Recipient.COMPLIANCE_OFFICERS)
public record PurposeDefined(
        Purpose purpose,
        int version,
        List<PolicyText> texts,
        List<String> recipients,
        List<Forwarding> forwards,
        boolean offered,
        boolean keepsConsents,
        SubjectId by,
        Instant at)
        implements DomainEvent {
    private static final int MOST_RECIPIENTS = 50;
    private static final int MOST_LETTERS = 200;

    public PurposeDefined {
        texts = PolicyText.eachLanguage(texts);
        recipients = checked(recipients);
        forwards = List.copyOf(new TreeSet<>(forwards));
    }

    /**
     * The same recipients; none when absent.
     *
     * @throws IllegalArgumentException when they are too many, or one is empty or too long
     */
    public static List<String> checked(@Nullable List<String> recipients) {
        List<String> all = Check.atMost("recipients", MOST_RECIPIENTS, recipients);
        all.forEach(recipient -> Check.text("recipients", recipient, MOST_LETTERS));
        return all;
    }

    /**
     * Whether more is done with people's data than the former one says, or by others: no consent to that one can cover it.
     */
    public boolean reachesBeyond(PurposeDefined former) {
        return !former.recipients.containsAll(recipients) || !former.forwards.containsAll(forwards);
    }

    /** The name of the stream of a purpose's definitions in the log. */
    public static String stream(Purpose purpose) {
        return "purpose/" + purpose.name();
    }
}
