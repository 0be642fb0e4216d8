package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.catalog.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link CollaborativeModel} as bytes: name and version of the form, settings, items in the order of their ids with how
 * many people liked them, {@link Ease}'s weights, factors, how they are blended, and the SHA-256 of all that. No clock, no
 * position in the log, and nobody.
 */
final class ModelBytes {
    /** "PatinaCM" from its first byte on. */
    private static final long NAME = 0x4d43_616e_6974_6150L;

    private static final int VERSION = 4;
    private static final int MOST_ITEMS = 10_000_000;
    private static final int MOST_FACTORS = 4_096;
    private static final int LONGEST_ID = 256;

    private ModelBytes() {}

    static void write(CollaborativeModel model, OutputStream to) throws IOException {
        DigestOutputStream hashed = new DigestOutputStream(to, Sha256.digest());
        try (LittleEndianOutput out = new LittleEndianOutput(hashed)) {
            out.writeLong(NAME);
            out.writeInt(VERSION);
            write(model.settings(), out);
            out.writeInt(model.items().size());
            for (ContentId item : model.items()) {
                out.writeText(item.value());
            }
            for (int item = 0; item < model.items().size(); item++) {
                out.writeInt(model.support(item));
            }
            for (int item = 0; item < model.items().size(); item++) {
                out.writeDouble(model.lately(item));
            }
            model.ease().write(out);
            for (ImplicitAls factors : model.factors()) {
                factors.write(out);
            }
            model.blend().write(out);
        }
        to.write(hashed.getMessageDigest().digest());
        to.flush();
    }

    static CollaborativeModel read(InputStream from) throws IOException {
        DigestInputStream hashed = new DigestInputStream(from, Sha256.digest());
        LittleEndianInput in = new LittleEndianInput(hashed);
        long name = in.readLong();
        int version = in.readInt();
        if (name != NAME || version != VERSION) {
            throw new IOException("not a model of this form");
        }
        CollaborativeModel model;
        try {
            CollaborativeModel.Settings settings = settings(in);
            List<ContentId> items = items(in);
            int[] support = in.readInts(items.size());
            double[] lately = in.readDoubles(items.size());
            Ease ease = Ease.read(items.size(), in);
            List<ImplicitAls> factors = new ArrayList<>();
            for (ImplicitAls.Settings each : settings.factors()) {
                factors.add(ImplicitAls.read(each, items.size(), in));
            }
            Blend blend = Blend.read(1 + factors.size(), in);
            model = new CollaborativeModel(items, support, lately, new Parts(ease, factors), blend, settings);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException("a model was altered", e);
        }
        byte[] digest = hashed.getMessageDigest().digest();
        if (!MessageDigest.isEqual(digest, from.readNBytes(digest.length))) {
            throw new IOException("a model was altered");
        }
        return model;
    }

    private static void write(CollaborativeModel.Settings settings, LittleEndianOutput out) throws IOException {
        out.writeDouble(settings.ease().penalty());
        out.writeDouble(settings.ease().alike());
        out.writeInt(settings.ease().kept());
        out.writeInt(settings.ease().exact());
        out.writeInt(settings.factors().size());
        for (ImplicitAls.Settings each : settings.factors()) {
            out.writeInt(each.factors());
            out.writeDouble(each.unliked());
            out.writeDouble(each.penalty());
            out.writeDouble(each.power());
            out.writeDouble(each.heed());
            out.writeInt(each.rounds());
            out.writeLong(each.seed());
            out.writeDouble(each.counted());
        }
        out.writeInt(settings.question() == Question.NEXT ? 1 : 0);
    }

    private static CollaborativeModel.Settings settings(LittleEndianInput in) throws IOException {
        Ease.Settings ease = new Ease.Settings(in.readDouble(), in.readDouble(), in.readInt(), in.readInt());
        int count = in.readCount(CollaborativeModel.MOST_FACTORIZATIONS);
        List<ImplicitAls.Settings> factors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            factors.add(factors(in));
        }
        return new CollaborativeModel.Settings(ease, factors, in.readCount(1) == 1 ? Question.NEXT : Question.ANY);
    }

    private static ImplicitAls.Settings factors(LittleEndianInput in) throws IOException {
        ImplicitAls.Settings said = new ImplicitAls.Settings(
                in.readCount(MOST_FACTORS),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                in.readLong());
        return said.counting(in.readDouble());
    }

    private static List<ContentId> items(LittleEndianInput in) throws IOException {
        int count = in.readCount(MOST_ITEMS);
        List<ContentId> items = new ArrayList<>();
        for (int item = 0; item < count; item++) {
            items.add(new ContentId(in.readText(LONGEST_ID)));
        }
        return items;
    }
}
