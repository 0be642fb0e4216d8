package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.TextHash;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which text of a policy somebody saw: by its hash, or by the language, in which each purpose has another. */
public record ShownText(@Nullable TextHash hash, @Nullable String language) {
    public ShownText {
        if (language != null) {
            if (hash != null) {
                throw Unacceptable.field("language", "must not stand beside textHash");
            }
            language = Check.plainLanguage("language", language);
        }
    }

    public @Nullable TextHash of(Purpose purpose, PolicyVersion version, Policies policies) {
        return language == null
                ? hash
                : policies.find(purpose, version)
                        .map(policy -> PolicyText.in(Locale.forLanguageTag(language), policy.texts()))
                        .map(PolicyText::hash)
                        .orElse(null);
    }
}
