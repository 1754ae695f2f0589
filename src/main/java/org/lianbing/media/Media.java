package org.lianbing.media;

import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;

import org.lianbing.base.Problem;
import org.lianbing.base.disk.FolderHash;
import org.lianbing.media.store.Files;

/** Stores pictures, sound and film, and hands them out. */
@Service
public class Media {

    /** The largest picture taken, in bytes; of clips {@link ClipType#MOST}. */
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

    /**
     * Stores a picture, sound or film by what is in it, whatever its name or its sender says.
     *
     * @throws Problem too large, or of no kind that we show or play
     */
    public MediaId take(byte[] bytes) {
        ClipType clip = ClipType.of(bytes).orElse(null);
        if (clip == null) {
            PictureType picture =
                    PictureType.of(bytes).orElseThrow(() -> Problem.invalid("media.kind", ClipType.MOST >> 20));
            return store(bytes, picture.contentType());
        }
        if (bytes.length > ClipType.MOST) {
            throw Problem.tooLarge("media.clip-too-large", ClipType.MOST >> 20);
        }
        MediaId id = new MediaId(FolderHash.of(bytes));
        files.add(new MediaFile(id, clip.contentType(), bytes), clock.instant());
        return id;
    }

    /** What a file is, without its content. */
    public Optional<StoredMedia> about(MediaId id) {
        return Optional.ofNullable(about(Set.of(id)).get(id));
    }

    /** The same of several; what is not there is left out. */
    public Map<MediaId, StoredMedia> about(Collection<MediaId> ids) {
        return files.about(ids);
    }

    /** Reads a stretch of a stored file. */
    public InputStream read(MediaId id, int from, int length) {
        return new MediaStream((at, most) -> files.part(id, at, most), from, length);
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
