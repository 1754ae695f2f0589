package org.lianbing.testing;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.CurrentActor;

/** A page behind the sign-in that MockMvc can fetch; Vaadin's own pages need a servlet container. */
@RestController
class WhoAmI {

    private final CurrentActor current;

    WhoAmI(CurrentActor current) {
        this.current = current;
    }

    @GetMapping("/testing/who-am-i")
    String name() {
        return current.require().name();
    }
}
