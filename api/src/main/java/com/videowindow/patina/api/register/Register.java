package com.videowindow.patina.api.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The register of processing activities.
 *
 * @param generated from which version of the code it was made is that of the server
 * @param configuredParties who is told of erasures, and the addresses of those who are told how requests stand
 * @param security what is done technically (article 30(1)(g))
 */
record Register(
        String controller,
        String address,
        String contact,
        String dataProtectionOfficer,
        String authority,
        String locations,
        String transfers,
        String categoriesOfSubjects,
        Instant generated,
        List<Activity> activities,
        List<ConsentPurpose> consentPurposes,
        List<String> configuredParties,
        List<String> security) {

    /**
     * A use that people can consent to, as officers defined it.
     *
     * @param version of the definition
     * @param title in the first language that it is defined in, and so the text
     * @param recipients who gets data for it beside the operator
     * @param offered whether people may be asked for it
     */
    record ConsentPurpose(
            Purpose purpose, int version, String title, String text, List<String> recipients, boolean offered) {

        static ConsentPurpose of(PurposeDefined defined) {
            PolicyText text = defined.texts().getFirst();
            return new ConsentPurpose(
                    defined.purpose(),
                    defined.version(),
                    text.title(),
                    text.text(),
                    defined.recipients(),
                    defined.offered());
        }
    }

    /**
     * One store or kind of event.
     *
     * @param store the event log, or a read model
     * @param name of the event, or of the read model
     * @param categories of data
     * @param madeFrom events that a read model is made from
     * @param retention for how long at most
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Activity(
            String store,
            String name,
            List<DataCategory> categories,
            List<ProcessingPurpose> purposes,
            LawfulBasis basis,
            String article,
            List<Recipient> recipients,
            @Nullable List<String> madeFrom,
            String retention) {}
}
