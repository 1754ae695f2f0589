package org.lianbing.bank.exchange.format;

/** Takes media that a file carries. */
public interface Pictures {

    /**
     * Keeps a picture.
     *
     * @param name the file's name for it, for the sentence where it is refused
     * @return what an image in Markdown names it by: {@code ![…](media:…)}
     * @throws org.lianbing.base.Problem where it is too large or of no type that is shown
     */
    String keep(String name, byte[] bytes);
}
