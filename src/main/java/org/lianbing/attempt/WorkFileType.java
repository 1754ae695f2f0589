package org.lianbing.attempt;

/** The kinds of files that are taken as work: what every browser shows, and what is read apart from it. */
public enum WorkFileType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf");

    private final String contentType;
    private final String ending;

    WorkFileType(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    public String contentType() {
        return contentType;
    }

    /** How a file of it is called, such as {@code jpg}. */
    public String ending() {
        return ending;
    }

    /** Whether it is looked at on the page; what is not is saved and opened elsewhere. */
    public boolean isPicture() {
        return this != PDF;
    }
}
