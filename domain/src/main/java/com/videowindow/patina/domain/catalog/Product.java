package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.commerce.Money;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something for sale.
 *
 * @param stock pieces left; 0 means sold out
 * @param regions ISO 3166 codes where it is sold; empty means everywhere
 */
public record Product(ProductId id, Description description, Money price, int stock, List<String> regions) {

    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    public Product {
        Check.range("stock", stock, 0, 10_000_000);
        regions = Check.atMost("regions", 300, regions);
        if (!regions.stream().allMatch(REGION.asMatchPredicate())) {
            throw new IllegalArgumentException("regions must be ISO 3166 codes, for example DE or US-NY");
        }
    }
}
