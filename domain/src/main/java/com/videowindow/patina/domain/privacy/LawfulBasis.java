package com.videowindow.patina.domain.privacy;

/** Why it is lawful, by GDPR article 6(1). */
public enum LawfulBasis {
    CONSENT("6(1)(a)"),
    CONTRACT("6(1)(b)"),
    LEGAL_OBLIGATION("6(1)(c)"),
    LEGITIMATE_INTERESTS("6(1)(f)");

    private final String article;

    LawfulBasis(String article) {
        this.article = article;
    }

    public String article() {
        return article;
    }
}
