package org.lianbing.bank.exchange;

import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.SafePicture;
import org.lianbing.base.Problem;
import org.lianbing.media.ClipType;
import org.lianbing.media.Media;
import org.lianbing.media.PictureType;

/** Pictures, sound and film of a file into the media: by what is in them, whatever their names say. */
final class MediaPictures implements Pictures {

    private final Media media;

    MediaPictures(Media media) {
        this.media = media;
    }

    @Override
    public String keep(String name, byte[] bytes) {
        SafePicture.size(bytes);
        if (PictureType.of(bytes).isEmpty() && ClipType.of(bytes).isEmpty()) {
            throw Problem.invalid("exchange.picture-type", name);
        }
        return "media:" + media.take(bytes).hash();
    }
}
