package org.lianbing.media;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;

import org.lianbing.base.Problem;
import org.lianbing.base.disk.FolderHash;
import org.lianbing.media.store.Files;

/** Stores pictures and hands them out. */
@Service
public class Media {

    /** The largest file taken, in bytes. */
    public static final int MOST = 2 * 1024 * 1024;

    private final Files files;
    private final Clock clock;

    Media(Files files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * Stores a picture; the same bytes always get the same id.
     *
     * @throws Problem too large, or not a picture of a type that we show
     */
    public MediaId store(byte[] bytes, String contentType) {
        if (bytes.length > MOST) {
            throw Problem.tooLarge("media.too-large", MOST / (1024 * 1024));
        }
        PictureType type = Arrays.stream(PictureType.values())
                .filter(known -> known.contentType().equals(contentType) && known.fits(bytes))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("media.type"));
        if (type == PictureType.SVG) {
            SvgCheck.check(bytes);
        }
        MediaId id = new MediaId(FolderHash.of(bytes));
        files.add(new MediaFile(id, contentType, bytes), clock.instant());
        return id;
    }

    /** A stored file. */
    public Optional<MediaFile> find(MediaId id) {
        return files.find(id);
    }

    /** Those of the files that are there. */
    public Set<MediaId> existing(Collection<MediaId> ids) {
        return files.existing(ids);
    }
}
