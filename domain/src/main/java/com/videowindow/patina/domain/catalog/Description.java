package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.interest.Facets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What content and products have in common, and what interest is learned from.
 *
 * @param category absent where its source has none: an invented one would be learned as a taste
 * @param alsoIn further categories
 * @param language BCP 47 tag
 */
public record Description(
        String title,
        @Nullable String summary,
        @Nullable URI thumbnail,
        CreatorId creator,
        @Nullable String category,
        @Nullable String subcategory,
        List<String> alsoIn,
        List<String> techniques,
        List<String> materials,
        @Nullable SkillLevel skill,
        List<String> tags,
        @Nullable String language) {

    public Description {
        Check.text("title", title, 300);
        if (category != null) {
            Check.text("category", category, 100);
        }
        Check.optionalText("description", summary, 10_000);
        if (subcategory != null) {
            Check.text("subcategory", subcategory, 100);
        }
        if (language != null) {
            language = Check.language("language", language);
        }
        if (thumbnail != null) {
            address("thumbnail", thumbnail);
        }
        alsoIn = labels("alsoIn", 20, alsoIn);
        techniques = labels("techniques", 12, techniques);
        materials = labels("materials", 12, materials);
        tags = labels("tags", 100, tags);
    }

    /** Only what a page may load: a {@code javascript:} address would run in somebody's console. */
    private static void address(String what, URI address) {
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null || address.toString().length() > 2_000) {
            throw new IllegalArgumentException(what + " must be an http or https address of at most 2000 characters");
        }
    }

    private static List<String> labels(String what, int max, @Nullable List<String> values) {
        List<String> kept = Check.atMost(what, max, values);
        kept.forEach(label -> Check.text(what, label, 100));
        return kept.stream().distinct().toList();
    }

    public Facets facets() {
        List<Facet> found = new ArrayList<>();
        if (category != null) {
            found.add(new Facet(FacetKind.CATEGORY, category));
        }
        alsoIn.forEach(name -> found.add(new Facet(FacetKind.CATEGORY, name)));
        if (subcategory != null) {
            found.add(new Facet(FacetKind.SUBCATEGORY, subcategory));
        }
        techniques.forEach(name -> found.add(new Facet(FacetKind.TECHNIQUE, name)));
        materials.forEach(name -> found.add(new Facet(FacetKind.MATERIAL, name)));
        if (skill != null) {
            found.add(new Facet(FacetKind.SKILL, skill.name().toLowerCase(Locale.ROOT)));
        }
        found.add(new Facet(FacetKind.CREATOR, creator.value()));
        return new Facets(found);
    }
}
